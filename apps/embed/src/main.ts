import '@guatu/map/define/all';
