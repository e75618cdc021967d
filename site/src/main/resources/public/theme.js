// Before the first paint: the theme this reader chose on this device.
try {
  const theme = localStorage.getItem('lectern.theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch { /* storage is off: the system's theme holds */ }
