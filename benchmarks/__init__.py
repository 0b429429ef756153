"""Measurements, one file per figure: each prints ratios against a baseline measured in the same run.

python -m benchmarks.live      200 phones; cost of a push
python -m benchmarks.answers   cost of an answer, a burst of 1,000, and after 50,000 earlier ones
python -m benchmarks.many      10,000 phones; phones that sleep; two processes
python -m benchmarks.results   pages about 10,000 answers
python -m benchmarks.pages     server time and queries of every page
python -m benchmarks.start     first start, later starts, import, idle memory
"""
