// The picture of a graph: WebGL by sigma, the layout in a worker. The table below the picture says the same.
"use strict";

const SPEAKS = "SPEAKS_ABOUT";
const SHAPES = { Person: "person", Country: "country", Organisation: "organisation", Place: "place", WeaponSystem: "weapon" };
const FEW = 20;
// more nodes than this are drawn without links and names, and as dots, while the picture moves
const MANY = 500;
// pixels from a link at which a click is still meant for it
const NEAR = 6;
// milliseconds without a move after which a picture stands
const STILL = 200;

function make(tag, fields = {}, ...children) {
  const made = Object.assign(document.createElement(tag), fields);
  made.append(...children);
  return made;
}

function words(type) {
  return type.toLowerCase().replaceAll("_", " ");
}

async function rows(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.detail || told.title);
  return told.rows;
}

function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function script(source) {
  return new Promise((done, failed) => {
    document.head.append(make("script", { src: source, onload: done, onerror: failed }));
  });
}

class Picture {
  constructor(box) {
    this.box = box;
    this.data = box.dataset;
    this.canvas = box.querySelector("[data-canvas]");
    this.panel = box.querySelector("[data-panel]");
    this.status = box.querySelector("[data-status]");
    this.graph = new graphology.MultiDirectedGraph();
    this.hidden = new Set();
    this.hovered = null;
    this.hoveredEdge = null;
    this.moving = false;
    this.jobs = 0;
    this.colours();
  }

  colours() {
    const style = getComputedStyle(document.documentElement);
    this.colour = (name) => style.getPropertyValue(`--${name}`).trim();
  }

  async open() {
    this.add(await rows(this.data.graph), null);
    if (!this.graph.order) return this.say("There is nothing to draw here.");
    this.renderer = new Sigma(this.graph, this.canvas, this.settings());
    // the panel beside it takes of its width
    new ResizeObserver(() => this.renderer.resize().refresh()).observe(this.canvas);
    this.listen();
    this.controls();
    this.arrange();
  }

  settings() {
    const program = Sigma.rendering.createNodeImageProgram({
      keepWithinCircle: false, drawingMode: "color", colorAttribute: "color", size: { mode: "force", value: 128 },
    });
    return {
      allowInvalidContainer: true,
      defaultNodeType: "shape",
      nodeProgramClasses: { shape: program, dot: Sigma.rendering.NodePointProgram },
      enableEdgeEvents: true,
      renderEdgeLabels: true,
      defaultEdgeType: "arrow",
      edgeLabelSize: 12,
      edgeLabelColor: { color: this.colour("ink") },
      labelColor: { color: this.colour("ink") },
      labelFont: "system-ui, sans-serif",
      labelSize: 13,
      labelDensity: 0.6,
      labelRenderedSizeThreshold: 5,
      minEdgeThickness: 1.2,
      zIndex: true,
      hideEdgesOnMove: this.graph.order > MANY,
      hideLabelsOnMove: this.graph.order > MANY,
      nodeReducer: (id, look) => this.nodeLook(id, look),
      edgeReducer: (id, look) => this.edgeLook(id, look),
      defaultDrawNodeHover: (context, look, settings) => this.drawHover(context, look, settings),
    };
  }

  // the library's own is white whatever the colours of the page
  drawHover(context, look, settings) {
    if (!look.label) return;
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    const width = context.measureText(look.label).width;
    context.fillStyle = this.colour("sheet");
    context.strokeStyle = this.colour("line");
    context.beginPath();
    context.roundRect(look.x + look.size + 1, look.y - 12, width + 10, 24, 4);
    context.fill();
    context.stroke();
    context.fillStyle = this.colour("ink");
    context.fillText(look.label, look.x + look.size + 5, look.y + settings.labelSize / 3);
  }

  nodeLook(id, look) {
    if (this.moving) return { ...look, type: "dot" };
    const near = !this.hovered || id === this.hovered || this.graph.areNeighbors(id, this.hovered);
    if (!near) return { ...look, color: this.colour("line"), label: "", zIndex: 0 };
    return { ...look, forceLabel: id === this.hovered || look.middle, zIndex: 1 };
  }

  edgeLook(id, look) {
    if (this.hidden.has(look.kind)) return { ...look, hidden: true };
    const named = id === this.hoveredEdge;
    if (this.hovered && !this.graph.hasExtremity(id, this.hovered)) return { ...look, hidden: true };
    return {
      ...look,
      label: named ? look.words : "",
      forceLabel: named,
      size: named ? look.size + 2 : look.size,
      color: named ? this.colour("focus") : look.color,
    };
  }

  add(links, beside) {
    const place = beside ? this.graph.getNodeAttributes(beside) : { x: 0, y: 0 };
    for (const link of links) {
      this.node(link.from_id, link.from, link.from_type, place);
      this.node(link.to_id, link.to, link.to_type, place);
      if (!this.graph.hasEdge(link.edge)) this.graph.addEdgeWithKey(link.edge, link.from_id, link.to_id, this.edge(link));
    }
    // many have less room each
    const room = Math.min(1, Math.sqrt(MANY / this.graph.order));
    this.graph.forEachNode((id) => {
      const size = 5 + 2.2 * Math.sqrt(this.graph.degree(id));
      this.graph.setNodeAttribute(id, "size", room * Math.min(size, 24));
    });
  }

  node(id, label, type, around) {
    if (this.graph.hasNode(id)) return;
    const angle = this.graph.order * 2.4;
    const far = beside(around) + Math.sqrt(this.graph.order);
    this.graph.addNode(id, {
      label, kind: type, color: this.colour(type), middle: id === this.data.middle,
      image: this.data[SHAPES[type] || "person"],
      x: around.x + far * Math.cos(angle), y: around.y + far * Math.sin(angle),
    });
  }

  edge(link) {
    const real = link.modality === null || link.modality === "asserted";
    return {
      kind: link.type,
      words: `${words(link.type)}${real ? "" : ` (${link.modality})`}`,
      color: this.colour(link.type === SPEAKS ? "line-strong" : "relation"),
      size: Math.min(1.6 + Math.log2(link.count), 5),
      weight: link.count,
      link,
    };
  }

  arrange() {
    this.worker ??= new Worker(this.data.layout);
    const job = ++this.jobs;
    this.box.setAttribute("aria-busy", "true");
    delete this.data.drawn;
    this.worker.onmessage = ({ data }) => {
      if (data.job !== this.jobs) return;
      for (const [id, x, y] of data.places) if (this.graph.hasNode(id)) this.graph.mergeNodeAttributes(id, { x, y });
      if (!data.done) return;
      this.box.removeAttribute("aria-busy");
      // now, not at the next frame: until then a pointer would meet what is not there any more
      this.renderer.refresh();
      this.data.drawn = this.graph.order;
    };
    this.worker.postMessage({
      job,
      scripts: [this.data.graphology, this.data.library],
      nodes: this.graph.mapNodes((id, { x, y }) => [id, x, y]),
      edges: this.graph.mapEdges((id, { weight }, from, to) => [from, to, weight]),
    });
    this.tell();
  }

  tell() {
    this.say(`${this.graph.order} entities, ${this.graph.size} links`);
  }

  say(text) {
    if (this.status) this.status.textContent = text;
  }

  listen() {
    const over = (node, edge) => {
      this.hovered = node;
      this.hoveredEdge = edge;
      this.canvas.classList.toggle("over", Boolean(node || edge));
      this.renderer.refresh({ skipIndexation: true });
    };
    this.renderer.on("enterNode", ({ node }) => over(node, null));
    this.renderer.on("leaveNode", () => over(null, null));
    this.renderer.on("enterEdge", ({ edge }) => over(null, edge));
    this.renderer.on("leaveEdge", () => over(null, null));
    this.renderer.on("clickNode", ({ node }) => this.showNode(node));
    this.renderer.on("clickEdge", ({ edge }) => this.showEdge(edge));
    // a line is thin, and a hand is not that steady
    this.renderer.on("clickStage", ({ event }) => {
      const edge = this.edgeNear(event);
      if (edge) this.showEdge(edge);
    });
    this.renderer.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      this.expand(node);
    });
    let still;
    this.renderer.getCamera().on("updated", () => {
      if (this.graph.order <= MANY) return;
      if (!this.moving) this.move(true);
      clearTimeout(still);
      still = setTimeout(() => this.move(false), STILL);
    });
    // the same from the table, for those who use no pointer
    for (const button of document.querySelectorAll("[data-show-edge]")) {
      button.hidden = false;
      button.addEventListener("click", () => this.showEdge(button.dataset.showEdge, true));
    }
  }

  move(moving) {
    this.moving = moving;
    // what is empty while it moves need not be put on the screen either
    this.canvas.classList.toggle("moving", moving);
    this.renderer.refresh({ skipIndexation: true });
  }

  edgeNear(point) {
    let [best, least] = [null, NEAR];
    this.graph.forEachEdge((id, { kind }, _from, _to, from, to) => {
      if (this.hidden.has(kind)) return;
      const [one, other] = [from, to].map((place) => this.renderer.graphToViewport(place));
      const [x, y] = [other.x - one.x, other.y - one.y];
      const along = ((point.x - one.x) * x + (point.y - one.y) * y) / (x * x + y * y || 1);
      const at = Math.min(Math.max(along, 0), 1);
      const far = Math.hypot(point.x - one.x - at * x, point.y - one.y - at * y);
      if (far < least) [best, least] = [id, far];
    });
    return best;
  }

  controls() {
    const on = (name, what) => {
      const button = this.box.querySelector(`[data-do="${name}"]`);
      if (button) button.addEventListener("click", what);
    };
    const camera = this.renderer.getCamera();
    on("closer", () => camera.animatedZoom());
    on("further", () => camera.animatedUnzoom());
    on("whole", () => camera.animatedReset());
    on("png", () => this.png());
    on("gexf", () => this.gexf());
    this.kinds();
  }

  kinds() {
    const place = this.box.querySelector("[data-kinds]");
    if (!place) return;
    const counts = new Map();
    this.graph.forEachEdge((id, { kind }) => counts.set(kind, (counts.get(kind) || 0) + 1));
    const items = [...counts].sort(([one], [other]) => one.localeCompare(other)).map(([kind, count]) => {
      const tick = make("input", { type: "checkbox", checked: !this.hidden.has(kind) });
      tick.addEventListener("change", () => {
        this.hidden[tick.checked ? "delete" : "add"](kind);
        this.renderer.refresh({ skipIndexation: true });
      });
      return make("label", {}, tick, ` ${words(kind)} `, make("span", { className: "soft", textContent: count }));
    });
    place.replaceChildren(...items);
  }

  async expand(node) {
    try {
      this.add(await rows(`${this.data.source}?${new URLSearchParams({ entity: node, limit: "60", neighbours: "15" })}`), node);
    } catch (error) {
      return this.say(error.message);
    }
    this.kinds();
    this.arrange();
  }

  show(title, ...content) {
    if (!this.panel) return;
    const close = make("button", { type: "button", className: "quiet", textContent: "Close" });
    close.addEventListener("click", () => (this.panel.hidden = true));
    const heading = make("h2", { textContent: title, tabIndex: -1 });
    this.panel.replaceChildren(heading, ...content, close);
    this.panel.hidden = false;
    heading.focus({ preventScroll: true });
  }

  showNode(id) {
    const { label, kind } = this.graph.getNodeAttributes(id);
    const expand = make("button", { type: "button", textContent: "Show more around it" });
    expand.addEventListener("click", () => this.expand(id));
    this.show(
      label,
      make("p", { className: "soft", textContent: `${words(kind.replace(/(?!^)([A-Z])/g, " $1"))}, ${this.graph.degree(id)} links here` }),
      make("p", {}, make("a", { href: `/entities/${encodeURIComponent(id)}`, textContent: "All about it" })),
      make("p", {}, make("a", { href: `/graph?${new URLSearchParams({ entity: id })}`, textContent: "Put it in the middle" })),
      expand,
    );
  }

  async showEdge(id, fromTable = false) {
    if (!this.graph.hasEdge(id)) return;
    const { link } = this.graph.getEdgeAttributes(id);
    const list = make("ol", { className: "places" }, make("li", { textContent: "…" }));
    const real = link.modality && link.modality !== "asserted" ? ` (${link.modality})` : "";
    this.show(`${link.from} ${words(link.type)} ${link.to}${real}`, list);
    if (fromTable) this.panel.scrollIntoView({ block: "nearest" });
    try {
      const found = await rows(this.evidence(link));
      list.replaceChildren(...found.map(piece));
      if (found.length === FEW) list.after(make("p", { className: "soft", textContent: `The newest ${FEW} of ${link.count}.` }));
    } catch (error) {
      list.replaceChildren(make("li", { textContent: error.message }));
    }
  }

  evidence(link) {
    if (link.type !== SPEAKS) return `/v1/relations/${encodeURIComponent(link.edge)}/evidence?limit=${FEW}`;
    return `/v1/statements?${new URLSearchParams({ speaker: link.from_id, about: link.to_id, limit: FEW })}`;
  }

  png() {
    this.renderer.refresh();
    const layers = Object.values(this.renderer.getCanvases()).filter((each) => each.width && each.height);
    const whole = make("canvas", { width: layers[0].width, height: layers[0].height });
    const context = whole.getContext("2d");
    context.fillStyle = this.colour("paper");
    context.fillRect(0, 0, whole.width, whole.height);
    // before the browser takes the drawing away, which it does when this task ends
    for (const each of layers) context.drawImage(each, 0, 0);
    whole.toBlob((blob) => save(blob, "graph.png"));
  }

  async gexf() {
    if (!window.graphologyLibrary) await script(this.data.library);
    const text = graphologyLibrary.gexf.write(this.graph, {
      formatNode: (id, { label, kind, color, size, x, y }) => ({ label, attributes: { type: kind }, viz: { color, size, x, y } }),
      formatEdge: (id, { link }) => ({ label: link.type, weight: link.count, attributes: shown(link) }),
    });
    save(new Blob([text], { type: "application/gexf+xml" }), "graph.gexf");
  }
}

// how far from the node that it came with; the middle of the picture has nobody
function beside({ size = 0 }) {
  return size / 10;
}

function shown({ type, modality, count, first_seen: first, last_seen: last }) {
  return { type, modality: modality || "", count, first_seen: first || "", last_seen: last || "" };
}

function piece(row) {
  const link = row.statement
    ? make("a", { href: `/statements/${encodeURIComponent(row.statement)}`, textContent: "the statement" })
    : make("a", { href: `/articles/${encodeURIComponent(row.article)}`, textContent: "the article" });
  const where = [row.outlet, row.published_at].filter(Boolean).join(", ");
  return make("li", {}, make("blockquote", { textContent: row.sentence }), make("p", { className: "soft" }, `${where} · `, link));
}

for (const box of document.querySelectorAll("[data-graph]")) {
  const picture = new Picture(box);
  box.hidden = false;
  picture.open().catch((error) => {
    box.querySelector("[data-canvas]").hidden = true;
    picture.say(`No picture: ${error.message} The table has all of it.`);
  });
  box.picture = picture;
}
