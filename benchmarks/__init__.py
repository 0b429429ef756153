"""Measurements, one file per figure: each prints ratios against a baseline measured in the same run.

python -m benchmarks.live      200 phones; cost of a push and of an answer
python -m benchmarks.pages     server time and queries of every page
python -m benchmarks.start     first start, later starts, import, idle memory
"""
