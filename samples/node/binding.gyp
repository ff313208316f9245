{
  "targets": [{
    "target_name": "ungarble",
    "sources": ["addon.c"],
    "cflags": ["<!@(pkg-config --cflags ungarble)"],
    "libraries": ["<!@(pkg-config --libs ungarble)"]
  }]
}
