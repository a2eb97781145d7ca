// Those whose statements are still to be compared with others of their speaker: at first all.
MATCH (embedding:Embedding) SET embedding:Uncompared;
