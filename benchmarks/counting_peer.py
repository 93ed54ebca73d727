#!/usr/bin/env python3
"""numpy's busday_offset over the same days and bank holidays as counting_bench.cpp: what it takes, and the same checksum."""
import pathlib
import re
import time

import numpy as np

COUNTS, COUNTED, SPAN = 1 << 20, 15, 3617
root = pathlib.Path(__file__).resolve().parent.parent
holidays = np.array(re.findall(r"^day = (\S+)", (root / "procedures/england_and_wales/bank_holidays.toml").read_text(), re.M), dtype="datetime64[D]")
calendar = np.busdaycalendar(holidays=holidays)

state, offsets = 1, np.empty(COUNTS, dtype=np.int64)
for i in range(COUNTS):
    state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
    offsets[i] = (state >> 8) % SPAN
days = np.datetime64("2019-01-01") + offsets.astype("timedelta64[D]")

# From a day that is not worked the count begins with the next one that is: numpy rolls back to the last worked day and counts on from there.
started = time.perf_counter()
ends = np.busday_offset(days, COUNTED, roll="backward", busdaycal=calendar)
took = time.perf_counter() - started
print(f"numpy.busday_offset, many at once: {COUNTS / took / 1e6:.1f} million a second, checksum {ends.astype(np.int64).sum()}")

few = days[:20000]
started = time.perf_counter()
for day in few:
    np.busday_offset(day, COUNTED, roll="backward", busdaycal=calendar)
took = time.perf_counter() - started
print(f"numpy.busday_offset, one by one: {len(few) / took / 1e6:.2f} million a second")
