"""Bodies: what a client may send (``In``) and what answers look like (``Out``), which tests hold the answers to."""
