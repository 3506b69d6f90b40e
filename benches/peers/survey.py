#!/usr/bin/env python3
"""Runs numpy, pandas and polars beside the crate on the same answers in one run, and prints ratios.

    python3 benches/peers/survey.py [people]

It makes a throw-away environment and needs nothing but Python and cargo. Times are the best of several, since what disturbs
only adds; what counts on a busy machine is the ratio. The peers take means and variances of statements only, from columns
that are in memory already, with missing answers as null; the crate takes its whole profile from rows of bytes.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ["numpy", "pandas", "polars"]
COLUMNS = 25


def main():
    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder) / "environment"
        venv.create(environment, with_pip=True)
        python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        data = Path(folder) / "answers.bin"
        subprocess.run([python, __file__, "peers", data, *sys.argv[1:]], check=True)


def peers(data, people):
    import time

    import numpy as np
    import pandas as pd
    import polars as pl

    rng = np.random.default_rng(20261128)
    opinion = rng.normal(3.3, 0.9, (people, 5)).repeat(5, axis=1)
    answers = np.clip(np.rint(opinion + rng.normal(0, 0.8, (people, COLUMNS))), 1, 5).astype(np.uint8)
    answers[rng.random(answers.shape) < 0.04] = 6
    answers[rng.random(answers.shape) < 0.02] = 0
    data.write_bytes(answers.tobytes())

    command = ["cargo", "run", "--quiet", "--release", "--example", "survey_beside_peers", "--", str(data)]
    told = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True).stdout
    ours = {name: float(value) for name, value in (line.split() for line in told.splitlines())}

    missing = (answers < 1) | (answers > 5)
    masked = np.where(missing, np.float32(np.nan), answers.astype(np.float32))
    names = [f"s{column}" for column in range(COLUMNS)]
    frame = pd.DataFrame(masked, columns=names)
    table = pl.DataFrame(
        {name: pl.Series(answers[:, at]).set(pl.Series(missing[:, at]), None) for at, name in enumerate(names)}
    )
    team = np.arange(people) // 10

    def best(work, times=5):
        took = []
        for _ in range(times):
            begin = time.perf_counter()
            result = work()
            took.append(time.perf_counter() - begin)
        return 1e3 * min(took), result

    by_numpy, means = best(lambda: (np.nanmean(masked, axis=0, dtype=np.float64), np.nanvar(masked, axis=0, ddof=1))[0])
    by_pandas, _ = best(lambda: (frame.mean(), frame.var()))
    by_polars, _ = best(lambda: table.select(pl.all().mean().name.suffix("_m"), pl.all().var().name.suffix("_v")))
    grouped = table.with_columns(pl.Series("team", team))
    teams_by_polars, _ = best(
        lambda: grouped.group_by("team").agg(pl.all().mean().name.suffix("_m"), pl.all().var().name.suffix("_v")), 3
    )

    print(f"{people} people, {COLUMNS} statements: profile {ours['profile_ms']:.1f} ms")
    for name, took in [("numpy", by_numpy), ("pandas", by_pandas), ("polars", by_polars)]:
        print(f"  {name}, means and variances: {took:.1f} ms, {took / ours['profile_ms']:.1f} times")
    print(f"  share of the copy bandwidth: {ours['copy_ms'] / ours['profile_ms']:.2f}")
    print(f"{people // 10} teams of ten: {ours['teams_ms']:.1f} ms; polars, means and variances: {teams_by_polars:.0f} ms, "
          f"{teams_by_polars / ours['teams_ms']:.1f} times")

    # The same numbers, by plain formulas.
    wrong = [at for at in range(COLUMNS) if abs(means[at] - ours[f"mean_{at}"]) > 1e-9]
    for element in range(5):
        own = answers[:, element * 5:element * 5 + 5].astype(np.float64)
        own = own[((own >= 1) & (own <= 5)).all(axis=1)]
        variances = own.var(axis=0, ddof=1)
        alpha = 5 / 4 * (1 - variances.sum() / own.sum(axis=1).var(ddof=1))
        alike = 1 - min(variances.mean(), 2.0) / 2.0
        agreement = 5 * alike / (5 * alike + 1 - alike)
        if abs(alpha - ours[f"alpha_{element}"]) > 1e-9 or abs(agreement - ours[f"rwgj_{element}"]) > 1e-9:
            wrong.append(f"element {element}")
    if wrong:
        sys.exit(f"the results differ: {wrong}")


if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[1] == "peers":
        peers(Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000)
    else:
        main()
