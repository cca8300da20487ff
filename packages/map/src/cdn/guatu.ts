import '../define/all.js';
