// Fetches the page again when the simulator says that something changed on the phone, and shows its new contents.
const main = document.querySelector('main');
const announcement = document.getElementById('announcement');
let running = false;
let again = false;

async function refresh() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  do {
    again = false;
    try {
      const response = await fetch(location.href, { headers: { accept: 'text/html' } });
      if (response.ok) show(new DOMParser().parseFromString(await response.text(), 'text/html'));
    } catch {
      // The simulator is away; the stream comes back with it and asks again.
    }
  } while (again);
  running = false;
}

function show(page) {
  const fresh = page.querySelector('main');
  if (!fresh) return;
  const focused = main.contains(document.activeElement) ? document.activeElement.id : '';
  const isNews = fresh.dataset.newest !== '' && fresh.dataset.newest !== main.dataset.newest;
  main.dataset.newest = fresh.dataset.newest;
  main.replaceChildren(...fresh.childNodes);
  if (focused) document.getElementById(focused)?.focus();
  if (isNews) announcement.textContent = '收到新的服务通知';
}

if (main?.dataset.live) {
  const stream = new EventSource(main.dataset.live);
  stream.addEventListener('changed', refresh);
  // Between making this page and hearing from the stream, now and after each break, something may have been missed.
  stream.addEventListener('open', refresh);
}
