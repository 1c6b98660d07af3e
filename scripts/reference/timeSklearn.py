"""Fits scikit-learn's multinomial logistic regression to samples that
scripts/bench/training.ts left in a folder, and says what it took.

  python3 scripts/reference/timeSklearn.py FOLDER C TOL MAX_ITER
Reads from FOLDER inputs.bin (float64, row-major) and labels.bin (int32); writes
solution.bin (float64: the coefficients row by row, then the intercepts); prints one line
of JSON. OPENBLAS_NUM_THREADS says on how many cores. Needs scikit-learn >= 1.2 and NumPy.
"""

import json
import resource
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression


def main():
    folder = Path(sys.argv[1])
    c, tol, max_iter = float(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
    labels = np.fromfile(folder / "labels.bin", dtype=np.int32)
    inputs = np.fromfile(folder / "inputs.bin", dtype=np.float64).reshape(len(labels), -1)

    model = LogisticRegression(
        C=c, penalty="l2", solver="lbfgs", multi_class="multinomial", tol=tol, max_iter=max_iter
    )
    warnings.simplefilter("ignore", ConvergenceWarning)
    started, cpu_started = time.perf_counter(), time.process_time()
    model.fit(inputs, labels)
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu_started

    np.concatenate([model.coef_.ravel(), model.intercept_]).tofile(folder / "solution.bin")
    print(
        json.dumps(
            {
                "version": sklearn.__version__,
                "seconds": seconds,
                "cpuSeconds": cpu_seconds,
                "iterations": int(model.n_iter_[0]),
                # Linux counts in kB.
                "peakMB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
