"""The reference face pipeline: detection, mesh, alignment, embedding, in numpy and ONNX Runtime.

Golden numbers and accuracy figures come from here, so it is written to be followed, not to be fast. One convention
holds throughout: a pixel's centre has whole coordinates, x to the right and y down, and a 2x3 matrix maps (x, y, 1).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image

from common.graph import RESOURCES

DETECTOR_SIDE = 256
SCORE_THRESHOLD = 0.5
OVERLAP = 0.3
MESH_SIDE = 192
MESH_MARGIN = 1.5
# Face points for alignment as groups of mesh points, and the place of each in the embedding's input.
ARCFACE_POINTS = ((33, 133), (362, 263), (1, 4), (61,), (291,))
ARCFACE_TEMPLATE = ((38.2946, 51.6963), (73.5318, 51.5014), (56.0252, 71.7366), (41.5493, 92.3655), (70.7299, 92.2041))
DLIB_POINTS = ((263,), (362,), (33,), (133,), (2,))
DLIB_SHAPE = ((0.85957, 0.21350), (0.64606, 0.22897), (0.12058, 0.21373), (0.33409, 0.22906), (0.49011, 0.62780))
DLIB_SIDE = 150


@dataclass(frozen=True)
class Detection:
    """A face in image pixels: score 0 to 1, box as centre and size, and six points.

    The points are the eye on the left of the picture, the other eye, nose tip, mouth, and the two ears.
    """

    score: float
    box: np.ndarray
    points: np.ndarray


@dataclass(frozen=True)
class Mesh:
    """468 points (x, y) in image pixels, their depths in crop pixels, and the network's score for a face."""

    score: float
    points: np.ndarray
    depths: np.ndarray


@dataclass(frozen=True)
class Alignment:
    """The five points of the face, and the least-squares similarity from the image to the embedding's input."""

    points: np.ndarray
    matrix: np.ndarray
    side: int

    def chip(self, image: np.ndarray) -> np.ndarray:
        """The aligned face."""
        return warp(image, inverse(self.matrix), self.side)


class FacePipeline:
    """The four networks and what lies between them."""

    def __init__(self, resources: Path = RESOURCES, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._sessions = {
            name: onnxruntime.InferenceSession(resources / f"face/{name}.onnx", options)
            for name in ("blazeface", "facemesh", "mobilefacenet", "dlib-resnet")
        }

    def run(self, network: str, image: np.ndarray) -> dict[str, np.ndarray]:
        """Outputs by name for a batch that is scaled already."""
        session = self._sessions[network]
        names = [output.name for output in session.get_outputs()]
        return dict(zip(names, session.run(names, {"image": image.astype(np.float32)}), strict=True))

    def detect(self, image: np.ndarray) -> list[Detection]:
        """Faces with a score of at least 0.5, best first, overlapping ones merged by score."""
        height, width = image.shape[:2]
        scale = max(height, width) / DETECTOR_SIDE
        matrix = np.array([[scale, 0, width / 2 - 128 * scale], [0, scale, height / 2 - 128 * scale]])
        outputs = self.run("blazeface", warp(image, matrix, DETECTOR_SIDE)[None] / 127.5 - 1)
        scores, boxes, points = _decode(outputs)
        merged = _merge(scores, boxes, points)
        return [
            Detection(
                float(score),
                np.concatenate([apply(matrix, box[None, :2])[0], box[2:] * scale]),
                apply(matrix, points),
            )
            for score, box, points in merged
        ]

    def mesh(self, image: np.ndarray, face: Detection) -> Mesh:
        """The mesh of a detected face, from a square crop turned so that the eyes are level."""
        matrix = mesh_crop(face)
        outputs = self.run("facemesh", warp(image, matrix, MESH_SIDE)[None] / 255)
        points = outputs["mesh"].reshape(468, 3).astype(np.float64)
        return Mesh(float(outputs["face"][0, 0]), apply(matrix, points[:, :2]), points[:, 2])

    def mobilefacenet(self, image: np.ndarray, mesh: Mesh) -> np.ndarray:
        """The 192 values as the network gives them; compare by cosine."""
        chip = arcface_alignment(mesh).chip(image)
        return self.run("mobilefacenet", (chip[None] - 127.5) / 128)["embedding"][0]

    def dlib(self, image: np.ndarray, mesh: Mesh) -> np.ndarray:
        """The 128 values as the network gives them; compare by Euclidean distance."""
        return self.run("dlib-resnet", dlib_alignment(mesh).chip(image)[None])["embedding"][0]


def load(path: Path) -> np.ndarray:
    """An image file as RGB values 0 to 255, height x width x 3."""
    return np.asarray(Image.open(path).convert("RGB"), dtype=np.float32)


def mesh_crop(face: Detection) -> np.ndarray:
    """The matrix from the mesh network's 192x192 input to the image."""
    (left_x, left_y), (right_x, right_y) = face.points[:2]
    angle = np.arctan2(right_y - left_y, right_x - left_x)
    scale = MESH_MARGIN * face.box[2:].max() / MESH_SIDE
    a, b = scale * np.cos(angle), scale * np.sin(angle)
    turn = np.array([[a, -b], [b, a]])
    shift = face.box[:2] - turn @ np.full(2, MESH_SIDE / 2)
    return np.column_stack([turn, shift])


def arcface_alignment(mesh: Mesh) -> Alignment:
    """Eyes, nose and mouth corners onto the usual 112x112 template."""
    return _align(mesh, ARCFACE_POINTS, np.array(ARCFACE_TEMPLATE), 112)


def dlib_alignment(mesh: Mesh) -> Alignment:
    """Eye corners and nose base onto dlib's five-point shape with a quarter of padding."""
    return _align(mesh, DLIB_POINTS, (np.array(DLIB_SHAPE) + 0.25) / 1.5 * DLIB_SIDE, DLIB_SIDE)


def _align(mesh: Mesh, groups: tuple[tuple[int, ...], ...], template: np.ndarray, side: int) -> Alignment:
    points = np.array([mesh.points[list(group)].mean(axis=0) for group in groups])
    return Alignment(points, similarity(points, template), side)


def similarity(source: np.ndarray, target: np.ndarray) -> np.ndarray:
    """The turn, scale and shift that bring source points nearest to target points in the least-squares sense."""
    p, q = source - source.mean(axis=0), target - target.mean(axis=0)
    a = (p * q).sum() / (p * p).sum()
    b = (p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]).sum() / (p * p).sum()
    turn = np.array([[a, -b], [b, a]])
    return np.column_stack([turn, target.mean(axis=0) - turn @ source.mean(axis=0)])


def inverse(matrix: np.ndarray) -> np.ndarray:
    """The matrix that undoes a 2x3 matrix."""
    return np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))[:2]


def apply(matrix: np.ndarray, points: np.ndarray) -> np.ndarray:
    """Points (n, 2) through a 2x3 matrix."""
    return points @ matrix[:, :2].T + matrix[:, 2]


def warp(image: np.ndarray, matrix: np.ndarray, side: int) -> np.ndarray:
    """A side x side picture whose pixel (x, y) is sampled bilinearly at matrix * (x, y, 1); black outside."""
    rows, columns = np.mgrid[0:side, 0:side]
    points = apply(matrix, np.stack([columns, rows], axis=-1).reshape(-1, 2))
    floor = np.floor(points).astype(int)
    fraction = points - floor
    height, width = image.shape[:2]
    result = np.zeros((side * side, 3))
    for dx in (0, 1):
        for dy in (0, 1):
            x, y = floor[:, 0] + dx, floor[:, 1] + dy
            weight = np.abs(1 - dx - fraction[:, 0]) * np.abs(1 - dy - fraction[:, 1])
            inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
            result[inside] += weight[inside, None] * image[y[inside], x[inside]]
    return result.reshape(side, side, 3).astype(np.float32)


def anchors() -> np.ndarray:
    """Centres of the detector's 896 anchors in input pixels, in the order of its outputs."""
    centres = []
    for stride, per_cell in ((16, 2), (32, 6)):
        cells = DETECTOR_SIDE // stride
        rows, columns = np.mgrid[0:cells, 0:cells]
        grid = (np.stack([columns, rows], axis=-1).reshape(-1, 2) + 0.5) * stride
        centres.append(np.repeat(grid, per_cell, axis=0))
    return np.concatenate(centres)


def _decode(outputs: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Scores, boxes (centre, size) and points of all anchors above the threshold, in input pixels."""
    logits = np.concatenate([outputs["scores16"], outputs["scores32"]], axis=1)[0, :, 0].astype(np.float64)
    values = np.concatenate([outputs["boxes16"], outputs["boxes32"]], axis=1)[0].astype(np.float64)
    scores = 1 / (1 + np.exp(-np.clip(logits, -100, 100)))
    keep = scores >= SCORE_THRESHOLD
    values, centres = values[keep].reshape(-1, 8, 2), anchors()[keep]
    values[:, 0] += centres
    values[:, 2:] += centres[:, None]
    return scores[keep], values[:, :2].reshape(-1, 4), values[:, 2:]


def _merge(scores: np.ndarray, boxes: np.ndarray, points: np.ndarray) -> list[tuple[float, np.ndarray, np.ndarray]]:
    """Weighted non-maximum suppression: every group of overlapping boxes becomes its mean, weighted by score."""
    merged = []
    remaining = np.argsort(-scores, kind="stable")
    while remaining.size:
        best = remaining[0]
        near = _overlap(boxes[best], boxes[remaining]) > OVERLAP
        near[0] = True
        group = remaining[near]
        weights = scores[group] / scores[group].sum()
        merged.append((scores[best], weights @ boxes[group], np.tensordot(weights, points[group], axes=1)))
        remaining = remaining[~near]
    return merged


def _overlap(box: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Intersection over union of one box with others."""
    low = np.maximum(box[:2] - box[2:] / 2, others[:, :2] - others[:, 2:] / 2)
    high = np.minimum(box[:2] + box[2:] / 2, others[:, :2] + others[:, 2:] / 2)
    intersection = np.clip(high - low, 0, None).prod(axis=1)
    return intersection / (box[2:].prod() + others[:, 2:].prod(axis=1) - intersection)


def cosine(a: np.ndarray, b: np.ndarray) -> float:
    """Cosine of the angle between two embeddings."""
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))
