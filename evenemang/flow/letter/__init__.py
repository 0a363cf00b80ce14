"""The answer to the police's referral (yttrande): what it says, and when it may be given."""
