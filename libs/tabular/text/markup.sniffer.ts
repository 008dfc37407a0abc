import { TabularFileError } from '../tabular-file.error.js';

const HTML = /^(?:<!doctype html|<html|<head|<meta|<body|<table|<style|<div|<script)\b/i;

/**
 * Refuses web pages and XML: many systems export “Excel” files that are one of these under another name.
 * @throws TabularFileError `file.html`, `file.xml`
 */
export function refuseMarkup(text: string): void {
  const head = text.slice(0, 4096).trimStart();
  const content = head.replace(/^<\?xml[^>]*\?>\s*/i, '').replace(/^(?:<!--.*?-->\s*)+/s, '');
  if (HTML.test(content) || /^MIME-Version:/i.test(head)) throw new TabularFileError('file.html');
  if (content !== head || /^<[?!]|^<[\w:]+[\s>]/.test(content)) throw new TabularFileError('file.xml');
}
