"""Shared parts of the scripts that turn published weight files into our own ONNX graphs."""
