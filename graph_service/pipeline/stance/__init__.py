"""How the speaker of a statement takes its targets: a small trained model, and the words of the cue."""
