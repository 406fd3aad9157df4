"""Writes golden numbers for the Java pipeline to libraries/face/src/test/resources/golden.

One file a network, from a made-up picture; one file a portrait of examples/, from the reference pipeline; and the
comparisons of the portraits. Portraits are decoded by Pillow: another JPEG decoder may differ by a level or two.
"""

import hashlib
import json
from itertools import combinations
from pathlib import Path

import numpy as np

from common.graph import RESOURCES
from face_pipeline import Alignment, FacePipeline, arcface_alignment, cosine, dlib_alignment, load

REPOSITORY = Path(__file__).resolve().parents[1]
GOLDEN = REPOSITORY / "libraries/face/src/test/resources/golden"
PORTRAITS = ("obama-2009", "obama-2012", "biden")
# Side of the input, and the offset and divisor that its values 0 to 255 are scaled with.
RECIPES = {
    "blazeface": (256, 127.5, 127.5),
    "facemesh": (192, 0, 255),
    "mobilefacenet": (112, 127.5, 128),
    "dlib-resnet": (150, 0, 1),
}
SAMPLES = 16


def rounded(values: np.ndarray) -> object:
    """Values as plain numbers; six decimals are finer than the networks agree between machines."""
    return np.round(np.asarray(values, dtype=np.float64), 6).tolist()


def network(pipeline: FacePipeline, name: str) -> dict[str, object]:
    """The network's answer to value[i] = (i * 7919) % 256, i counting over row, column, channel."""
    side, offset, divisor = RECIPES[name]
    values = (np.arange(side * side * 3) * 7919 % 256).reshape(1, side, side, 3)
    outputs = {}
    for output, answer in pipeline.run(name, (values - offset) / divisor).items():
        flat = answer.ravel()
        indices = np.linspace(0, len(flat) - 1, min(SAMPLES, len(flat))).astype(int)
        outputs[output] = {
            "shape": list(answer.shape),
            "norm": rounded(np.linalg.norm(flat.astype(np.float64))),
            "indices": indices.tolist(),
            "values": rounded(flat[indices]),
        }
    return {
        "network": name,
        "sha256": hashlib.sha256((RESOURCES / f"face/{name}.onnx").read_bytes()).hexdigest(),
        "input": {"side": side, "value": "((i * 7919) % 256 - offset) / divisor", "offset": offset, "divisor": divisor},
        "outputs": outputs,
    }


def portrait(pipeline: FacePipeline, name: str) -> tuple[dict[str, object], np.ndarray, np.ndarray]:
    """Every step's result for one portrait, and both embeddings."""
    image = load(REPOSITORY / f"examples/{name}.jpg")
    [face] = pipeline.detect(image)
    mesh = pipeline.mesh(image, face)
    mobilefacenet, dlib = pipeline.mobilefacenet(image, mesh), pipeline.dlib(image, mesh)
    steps = {
        "portrait": f"examples/{name}.jpg",
        "width": image.shape[1],
        "height": image.shape[0],
        "detection": {
            "score": rounded(face.score),
            "centre": rounded(face.box[:2]),
            "size": rounded(face.box[2:]),
            "points": rounded(face.points),
        },
        "mesh": {"score": rounded(mesh.score)},
        "mobilefacenet": _embedding(arcface_alignment(mesh), mobilefacenet),
        "dlib-resnet": _embedding(dlib_alignment(mesh), dlib),
    }
    return steps, mobilefacenet, dlib


def _embedding(alignment: Alignment, values: np.ndarray) -> dict[str, object]:
    return {
        "points": rounded(alignment.points),
        "image_to_input": rounded(alignment.matrix),
        "norm": rounded(np.linalg.norm(values.astype(np.float64))),
        "embedding": rounded(values),
    }


def _write(name: str, content: object) -> None:
    """Write JSON with one line a number list, so that a change can be read."""
    text = json.dumps(content, indent=2)
    GOLDEN.mkdir(parents=True, exist_ok=True)
    (GOLDEN / f"{name}.json").write_text(_join_numbers(text) + "\n")


def _join_numbers(text: str) -> str:
    """Put lists that hold numbers only on one line."""
    lines, pending = [], None
    for line in text.split("\n"):
        bare = line.strip().rstrip(",")
        if pending is not None and bare.lstrip("-")[:1].isdigit():
            pending.append(line.strip())
        elif pending is not None and len(pending) > 1 and bare == "]":
            lines.append(pending[0] + " ".join(pending[1:]) + line.strip())
            pending = None
        else:
            if pending is not None:
                lines.extend(pending)
            pending = [line] if bare.endswith("[") else None
            if pending is None:
                lines.append(line)
    return "\n".join(lines)


def main() -> None:
    """Write all files."""
    pipeline = FacePipeline()
    for name in RECIPES:
        _write(name, network(pipeline, name))
    embeddings = {}
    for name in PORTRAITS:
        steps, *embeddings[name] = portrait(pipeline, name)
        _write(name, steps)
    comparisons = [
        {
            "portraits": [first, second],
            "mobilefacenet_cosine": rounded(cosine(embeddings[first][0], embeddings[second][0])),
            "dlib_distance": rounded(np.linalg.norm(embeddings[first][1] - embeddings[second][1])),
        }
        for first, second in combinations(PORTRAITS, 2)
    ]
    _write("comparisons", comparisons)


if __name__ == "__main__":
    main()
