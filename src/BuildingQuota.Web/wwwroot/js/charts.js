// Draws each <figure data-chart> from the JSON that stands in it. The same figures stand in the table below it.
(() => {
  "use strict";

  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = value => value === null || value === undefined ? "–" : Number(value).toLocaleString("en-US", { maximumFractionDigits: 2 });

  function colours() {
    return ["--chart-1", "--chart-2", "--chart-3", "--chart-4", "--chart-5", "--chart-6", "--chart-7", "--chart-8"].map(style);
  }

  function line(series) {
    return {
      type: "line", symbol: series.marker || "circle", symbolSize: 7, connectNulls: false, step: series.step ? "middle" : false,
      lineStyle: { width: 2.5, type: series.dashed ? "dashed" : "solid" }, z: 5,
    };
  }

  const bar = (series, spec) => ({ type: "bar", stack: series.stack || undefined, barMaxWidth: spec.horizontal ? 22 : 34 });

  function seriesOf(series, spec) {
    return {
      name: series.name, data: series.values, color: series.colour ? style(series.colour) : undefined,
      ...(series.kind === "line" ? line(series) : bar(series, spec)),
      ...(series.unseen ? { itemStyle: { opacity: 0 }, silent: true } : {}),
    };
  }

  // The shade between the two ends of an interval: the lower end unseen, the difference stacked upon it. Without names, so in no legend.
  function shade(spec) {
    const low = spec.series.find(s => s.band === "low"), high = spec.series.find(s => s.band === "high");
    if (!low || !high) return [];
    const unseen = { type: "line", stack: "band", symbol: "none", silent: true, lineStyle: { opacity: 0 }, z: 1 };
    const width = high.values.map((value, i) => value === null || low.values[i] === null ? null : value - low.values[i]);
    return [{ ...unseen, data: low.values }, { ...unseen, data: width, areaStyle: { opacity: 0.18, color: style(high.colour || "--chart-1") } }];
  }

  function axes(spec, text, grid) {
    const label = { color: text, fontFamily: style("--chart-font"), fontSize: 13 };
    const category = { type: "category", data: spec.labels, axisLabel: { ...label, interval: 0, width: spec.horizontal ? 170 : undefined, overflow: "truncate", hideOverlap: true },
      axisLine: { lineStyle: { color: grid } }, axisTick: { show: false }, inverse: spec.horizontal };
    const value = { type: "value", scale: spec.fit || false, min: spec.min, name: spec.horizontal ? "" : spec.unit, nameTextStyle: { color: text, align: spec.horizontal ? "right" : "left", fontSize: 13 },
      axisLabel: { ...label, formatter: number }, splitLine: { lineStyle: { color: grid } } };
    return spec.horizontal ? { xAxis: value, yAxis: category } : { xAxis: category, yAxis: value };
  }

  function tooltip(spec) {
    return {
      trigger: "axis", renderMode: "richText", confine: true, axisPointer: { type: "shadow" },
      formatter: points => [points[0].axisValueLabel, ...points.filter(p => spec.series.some(s => s.name === p.seriesName && !s.unseen)).map(p => `${p.seriesName}: ${number(p.value)} ${spec.unit}`)].join("\n"),
    };
  }

  function option(spec, description) {
    const text = style("--chart-text"), grid = style("--chart-grid");
    return {
      animation: false, color: colours(), backgroundColor: "transparent", textStyle: { fontFamily: style("--chart-font"), color: text },
      aria: { enabled: true, label: { description }, decal: { show: spec.series.filter(s => s.kind !== "line").length > 1 } },
      legend: { show: spec.series.length > 1, data: spec.series.filter(s => !s.unseen).map(s => s.name), top: 0, left: 0, type: "scroll", textStyle: { color: text, fontSize: 13 }, itemGap: 16 },
      grid: { left: 8, right: spec.horizontal ? 40 : 12, top: spec.series.length > 1 ? 62 : 36, bottom: 4, containLabel: true },
      tooltip: tooltip(spec), ...axes(spec, text, grid), series: [...spec.series.map(s => seriesOf(s, spec)), ...shade(spec)],
    };
  }

  function draw(figure) {
    const box = figure.querySelector(".chart"), data = figure.querySelector("script[type='application/json']");
    if (!box || !data || box.dataset.drawn) return;
    box.dataset.drawn = "true";
    const chart = echarts.init(box, null, { renderer: "canvas" });
    chart.setOption(option(JSON.parse(data.textContent), box.getAttribute("aria-label")));
    new ResizeObserver(() => chart.resize()).observe(box);
    window.addEventListener("beforeprint", () => chart.resize());
  }

  const drawAll = root => root.querySelectorAll("figure[data-chart]").forEach(draw);
  document.addEventListener("DOMContentLoaded", () => drawAll(document));
  document.addEventListener("htmx:after:swap", () => drawAll(document));
})();
