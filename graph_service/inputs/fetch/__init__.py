"""Fetching from the internet: hostile addresses are refused, everything is bounded, and sites are asked politely."""

from graph_service.inputs.fetch.fetcher import Fetched, Fetcher, Validators

__all__ = ["Fetched", "Fetcher", "Validators"]
