// Where the nodes of a picture go, worked out beside the page so that it never stands still.
"use strict";

// the library's bundle looks for these when it is loaded; only a page has them, and the layout needs neither
self.Document ??= class {};
self.DOMParser ??= class {};

const ROUNDS = 10;
const STEPS = { 0: 60, 300: 40, 1500: 24 };

self.onmessage = ({ data }) => {
  if (!self.graphologyLibrary) importScripts(...data.scripts);
  const graph = new graphology.MultiDirectedGraph();
  for (const [id, x, y] of data.nodes) graph.addNode(id, { x, y });
  for (const [from, to, weight] of data.edges) graph.addEdge(from, to, { weight });
  const { layoutForceAtlas2: atlas } = graphologyLibrary;
  const settings = { ...atlas.inferSettings(graph), gravity: 1.2, adjustSizes: false, slowDown: 4 };
  const steps = Object.entries(STEPS).filter(([least]) => graph.order >= least).pop()[1];
  for (let round = 0; round < ROUNDS; round++) {
    atlas.assign(graph, { iterations: steps, settings, getEdgeWeight: "weight" });
    const places = graph.mapNodes((id, { x, y }) => [id, x, y]);
    self.postMessage({ places, done: round === ROUNDS - 1, job: data.job });
  }
};
