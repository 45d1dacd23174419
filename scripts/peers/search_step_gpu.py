#!/usr/bin/env python3
"""Times search steps of the NAS-Bench-201 supernet in PyTorch on a GPU.

One search step is what `dartboard bench step` times: an alpha step and a weight step of first-order
DARTS on random images. The network is that of the peer in src/jmh, written as PyTorch's users write
it. Prints one JSON object for each way of running it. Needs PyTorch with a GPU and nothing else;
the build never runs it.
"""
import argparse
import json
import statistics
import time

WAYS = {
    # name: (channels last, bf16, TF32 in matrix products and convolutions, recorded as a graph)
    "fp32": (False, False, False, False),
    "tf32": (False, False, True, False),
    "tf32-channels-last": (True, False, True, False),
    "bf16-channels-last": (True, True, True, False),
    "fp32-graph": (False, False, False, True),
    "tf32-graph": (False, False, True, True),
    "bf16-channels-last-graph": (True, True, True, True),
}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--width", type=int, default=16)
    parser.add_argument("--cells", type=int, default=5)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--image-size", type=int, default=32)
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--ways", nargs="*", choices=WAYS, default=list(WAYS))
    return parser.parse_args()


# Before PyTorch is asked for, so that --help and a mistyped option need none.
ARGUMENTS = parse_arguments()

try:
    import torch
    from torch import nn
    from torch.nn import functional as F
except ModuleNotFoundError as missing:
    raise SystemExit(f"{missing}: this script needs PyTorch with a GPU") from None

# Edges of a cell as (source, target), in the order of their weights.
EDGES = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]


class Block(nn.Sequential):
    """ReLU, convolution and batch norm."""

    def __init__(self, inputs, outputs, kernel, stride, affine):
        super().__init__(
            nn.ReLU(),
            nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=not affine),
            nn.BatchNorm2d(outputs, affine=affine, track_running_stats=False),
        )


class MixedOperation(nn.Module):
    """The five operations of an edge, each times its weight, added up."""

    def __init__(self, width):
        super().__init__()
        self.small = Block(width, width, 1, 1, affine=False)
        self.large = Block(width, width, 3, 1, affine=False)
        self.pool = nn.AvgPool2d(3, 1, 1, count_include_pad=False)

    def forward(self, x, weights):
        outputs = (x.mul(0.0), x, self.small(x), self.large(x), self.pool(x))
        return sum(weight * y for weight, y in zip(weights, outputs))


class Cell(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.edges = nn.ModuleList(MixedOperation(width) for _ in EDGES)

    def forward(self, x, weights):
        nodes = [x, None, None, None]
        for (source, target), edge, row in zip(EDGES, self.edges, weights):
            y = edge(nodes[source], row)
            nodes[target] = y if nodes[target] is None else nodes[target] + y
        return nodes[3]


class Reduction(nn.Module):
    """The residual block between two stages: half the side, twice the width."""

    def __init__(self, width):
        super().__init__()
        self.first = Block(width, 2 * width, 3, 2, affine=True)
        self.second = Block(2 * width, 2 * width, 3, 1, affine=True)
        self.shortcut = nn.Sequential(
            nn.AvgPool2d(2), nn.Conv2d(width, 2 * width, 1, bias=False)
        )

    def forward(self, x):
        return self.shortcut(x) + self.second(self.first(x))


class Supernet(nn.Module):
    def __init__(self, width, cells, classes=10):
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(3, width, 3, padding=1, bias=False), nn.BatchNorm2d(width)
        )
        stages = []
        for stage in range(3):
            if stage > 0:
                stages.append(Reduction(width * 2 ** (stage - 1)))
            stages += [Cell(width * 2**stage) for _ in range(cells)]
        self.layers = nn.ModuleList(stages)
        self.norm = nn.BatchNorm2d(4 * width)
        self.classifier = nn.Linear(4 * width, classes)
        self.alpha = nn.Parameter(1e-3 * torch.randn(len(EDGES), 5))

    def weights(self):
        return [p for name, p in self.named_parameters() if name != "alpha"]

    def forward(self, x):
        p = F.softmax(self.alpha, dim=1)
        x = self.stem(x)
        for layer in self.layers:
            x = layer(x, p) if isinstance(layer, Cell) else layer(x)
        x = F.relu(self.norm(x)).mean(dim=(2, 3))
        return self.classifier(x)


def timed(step, steps):
    """The seconds of each step, from an idle GPU to an idle GPU."""
    times = []
    for _ in range(steps):
        torch.cuda.synchronize()
        start = time.perf_counter()
        step()
        torch.cuda.synchronize()
        times.append(time.perf_counter() - start)
    return times


class Search:
    """First-order DARTS; each step computes only the gradients that it needs."""

    def __init__(self, arguments, channels_last, bf16):
        torch.manual_seed(0)
        self.bf16 = bf16
        self.device = torch.device("cuda")
        layout = torch.channels_last if channels_last else torch.contiguous_format
        self.network = Supernet(arguments.width, arguments.cells).to(self.device)
        self.network = self.network.to(memory_format=layout)
        self.descent = torch.optim.SGD(
            self.network.weights(), 0.025, 0.9, weight_decay=5e-4, nesterov=True
        )
        self.adam = torch.optim.Adam([self.network.alpha], 3e-4, (0.5, 0.999), weight_decay=1e-3)
        side = arguments.image_size
        self.batches = []
        for _ in range(2):
            images = torch.randn(arguments.batch, 3, side, side, device=self.device)
            labels = torch.randint(10, (arguments.batch,), device=self.device)
            self.batches.append((images.to(memory_format=layout), labels))

    def loss(self, batch):
        images, labels = batch
        with torch.autocast("cuda", torch.bfloat16, enabled=self.bf16):
            return F.cross_entropy(self.network(images), labels)

    def half(self, batch, parameters, optimizer):
        gradients = torch.autograd.grad(self.loss(batch), parameters)
        for parameter, gradient in zip(parameters, gradients):
            parameter.grad = gradient
        optimizer.step()

    def step(self):
        self.half(self.batches[0], [self.network.alpha], self.adam)
        self.half(self.batches[1], self.network.weights(), self.descent)

    def seconds(self, steps):
        for _ in range(5):
            self.step()
        return timed(self.step, steps)

    def replayed(self, steps):
        """The same with the step recorded once as a CUDA graph, which takes Python out of it."""
        self.adam = torch.optim.Adam(
            [self.network.alpha], 3e-4, (0.5, 0.999), weight_decay=1e-3, capturable=True
        )
        side_stream = torch.cuda.Stream()
        side_stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side_stream):
            for _ in range(5):
                self.step()
        torch.cuda.current_stream().wait_stream(side_stream)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            self.step()
        return timed(graph.replay, steps)


def main():
    for way in ARGUMENTS.ways:
        channels_last, bf16, tf32, graph = WAYS[way]
        torch.backends.cuda.matmul.allow_tf32 = tf32
        torch.backends.cudnn.allow_tf32 = tf32
        torch.backends.cudnn.benchmark = True
        torch.cuda.reset_peak_memory_stats()
        search = Search(ARGUMENTS, channels_last, bf16)
        times = search.replayed(ARGUMENTS.steps) if graph else search.seconds(ARGUMENTS.steps)
        print(
            json.dumps(
                {
                    "device": torch.cuda.get_device_name(),
                    "pytorch": torch.__version__,
                    "way": way,
                    "parameters": sum(p.numel() for p in search.network.weights()),
                    "seconds_per_step": statistics.median(times),
                    "least": min(times),
                    "most": max(times),
                    "peak_bytes": torch.cuda.max_memory_allocated(),
                }
            ),
            flush=True,
        )
        del search
        torch.cuda.empty_cache()


if __name__ == "__main__":
    main()
