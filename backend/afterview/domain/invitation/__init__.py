"""From an invitation to a proposal: what a file says, who takes part and why, what is guessed and what is asked."""
