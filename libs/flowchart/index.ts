export { renderFlowchart } from './render-flowchart.js';
export { describeFlowchart } from './describe-flowchart.js';
export type { Flowchart, FlowchartStep } from './flowchart.js';
