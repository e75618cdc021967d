// Before the first paint: the theme and the size of text that this reader chose on this device.
try {
  for (const name of ['theme', 'size']) {
    const chosen = localStorage.getItem('lectern.' + name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch { /* storage is off: the system's theme holds */ }
