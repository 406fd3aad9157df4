"""Measures verification with both embeddings on a folder of faces named PERSON_NUMBER.jpg, such as LFW's.

People at odd places of the sorted names are the calibration half, those at even places the test half. Every two
pictures of one person are a genuine comparison, every two of different people of a half an impostor comparison.
Thresholds come from the calibration half; the test half is reported at its own thresholds and at those.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from common.graph import RESOURCES
from face_pipeline import FacePipeline, load

FALSE_MATCH_RATES = (1e-1, 1e-2, 1e-3, 1e-4)
NETWORKS = ("mobilefacenet", "dlib-resnet")


def embed(pipeline: FacePipeline, path: Path) -> list[np.ndarray] | None:
    """Both embeddings of the face nearest to the picture's centre, or None where no face is found."""
    image = load(path)
    faces = pipeline.detect(image)
    if not faces:
        return None
    centre = np.array(image.shape[1::-1]) / 2
    face = min(faces, key=lambda candidate: np.linalg.norm(candidate.box[:2] - centre))
    mesh = pipeline.mesh(image, face)
    return [pipeline.mobilefacenet(image, mesh), pipeline.dlib(image, mesh)]


def similarities(network: str, embeddings: np.ndarray) -> np.ndarray:
    """Similarity of every two embeddings: the cosine, or for dlib one less the Euclidean distance."""
    embeddings = embeddings.astype(np.float64)
    if network == "mobilefacenet":
        embeddings /= np.linalg.norm(embeddings, axis=1, keepdims=True)
        return embeddings @ embeddings.T
    squares = (embeddings**2).sum(axis=1)
    return 1 - np.sqrt(np.clip(squares[:, None] + squares - 2 * embeddings @ embeddings.T, 0, None))


def split(scores: np.ndarray, people: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Genuine and impostor scores of all unordered pairs, ascending."""
    first, second = np.triu_indices(len(people), 1)
    same = people[first] == people[second]
    scores = scores[first, second]
    return np.sort(scores[same]), np.sort(scores[~same])


def threshold(impostor: np.ndarray, rate: float) -> float:
    """The score that at most this share of the impostor comparisons exceeds."""
    return float(impostor[len(impostor) - 1 - int(rate * len(impostor))])


def share_above(scores: np.ndarray, limit: float) -> float:
    """Share of ascending scores above a limit."""
    return 1 - float(np.searchsorted(scores, limit, side="right")) / len(scores)


def rates(genuine: np.ndarray, impostor: np.ndarray, limit: float) -> dict[str, float]:
    """False match and false non-match rate where scores above a limit match."""
    return {"fmr": share_above(impostor, limit), "fnmr": 1 - share_above(genuine, limit)}


def equal_error_rate(genuine: np.ndarray, impostor: np.ndarray) -> float:
    """The rate at which false matches and false non-matches are nearest to each other."""
    false_match = 1 - np.searchsorted(impostor, genuine, side="left") / len(impostor)
    false_non_match = np.arange(len(genuine)) / len(genuine)
    nearest = np.abs(false_match - false_non_match).argmin()
    return float(false_match[nearest] + false_non_match[nearest]) / 2


def report(genuine: np.ndarray, impostor: np.ndarray) -> dict[str, object]:
    """Figures of one half."""
    points = {}
    for rate in FALSE_MATCH_RATES:
        limit = threshold(impostor, rate)
        points[f"{rate:g}"] = {"threshold": limit, "fnmr": 1 - share_above(genuine, limit)}
    return {
        "genuine": len(genuine),
        "impostor": len(impostor),
        "eer": equal_error_rate(genuine, impostor),
        "at_fmr": points,
    }


def main() -> None:
    """Embed all pictures and print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of PERSON_NUMBER.jpg")
    parser.add_argument("--models", type=Path, default=RESOURCES, help="folder that holds face/*.onnx")
    arguments = parser.parse_args()
    pipeline = FacePipeline(arguments.models)

    paths = sorted(arguments.folder.glob("*.jpg"))
    found = {path: embeddings for path in paths if (embeddings := embed(pipeline, path)) is not None}
    names = sorted({path.stem.rpartition("_")[0] for path in paths})
    people = np.array([names.index(path.stem.rpartition("_")[0]) for path in found])
    result: dict[str, object] = {"pictures": len(paths), "no_face": [path.name for path in paths if path not in found]}
    for place, network in enumerate(NETWORKS):
        embeddings = np.array([both[place] for both in found.values()])
        halves = []
        for remainder in (0, 1):  # index 0 is the first name, an odd place
            half = people % 2 == remainder
            halves.append(split(similarities(network, embeddings[half]), people[half]))
        figures = {"calibration": report(*halves[0]), "test": report(*halves[1])}
        figures["test_at_calibration_thresholds"] = {
            rate: rates(*halves[1], point["threshold"]) for rate, point in figures["calibration"]["at_fmr"].items()
        }
        result[network] = figures
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
