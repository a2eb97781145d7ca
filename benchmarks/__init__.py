"""Measurements beside the bare parts we are made of: ratios from one run, so that the machine cancels out."""
