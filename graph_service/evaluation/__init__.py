"""The evaluation contract: prediction lines for the scorers, and the scores on the development corpora."""
