"""Writes src/training/fixtures/sklearnCase.json: a small synthetic classification
problem with the optimum that scikit-learn finds for it.

Run from the project's root:
  python3 scripts/reference/makeSklearnCase.py && npx prettier --write src/training/fixtures
Needs scikit-learn >= 1.2 and NumPy; the random numbers come from a fixed seed.
"""

import json
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

CLASSES, FEATURES, SAMPLES, SEED = 5, 8, 60, 20240501
OUT = Path(__file__).parents[2] / "src/training/fixtures/sklearnCase.json"


def main():
    rng = np.random.default_rng(SEED)
    # Classes of unequal size, overlapping, around centres of unequal spread.
    labels = np.concatenate([np.arange(CLASSES), rng.choice(CLASSES, SAMPLES - CLASSES, p=[0.4, 0.25, 0.15, 0.1, 0.1])])
    centres = rng.normal(0, 0.6, (CLASSES, FEATURES))
    inputs = (centres[labels] + rng.normal(0, 0.5, (SAMPLES, FEATURES))).round(4)
    # Single precision, as the classifier of the app reads its inputs.
    inputs = inputs.astype(np.float32).astype(np.float64)
    weights = rng.uniform(0.25, 4, SAMPLES).round(3)
    case = {
        "source": f"scikit-learn {sklearn.__version__}, scripts/reference/makeSklearnCase.py",
        "classCount": CLASSES,
        "inputs": inputs.tolist(),
        "labels": labels.tolist(),
        "sampleWeights": weights.tolist(),
        "fits": [
            fit(inputs, labels, weights, c, weighted)
            for c in (0.1, 1.0, 100.0)
            for weighted in (False, True)
        ],
    }
    OUT.write_text(json.dumps(case) + "\n")


def fit(inputs, labels, weights, c, weighted):
    scales = weights if weighted else np.ones(len(labels))
    # Every solver has the same optimum; scikit-learn's lbfgs stops as soon as the objective
    # hardly changes, which is too early to compare coefficients.
    model = LogisticRegression(C=c, penalty="l2", solver="newton-cg", tol=1e-7, max_iter=100000)
    model.fit(inputs, labels, sample_weight=scales)
    chosen = model.predict_log_proba(inputs)[np.arange(len(labels)), labels]
    objective = -c * np.sum(scales * chosen) + 0.5 * np.sum(model.coef_**2)
    return {
        "c": c,
        "weighted": weighted,
        "objective": objective,
        "coefficients": model.coef_.tolist(),
        "intercepts": model.intercept_.tolist(),
        "probabilities": model.predict_proba(inputs).tolist(),
    }


if __name__ == "__main__":
    main()
