"""Converts files by a LibreOffice that runs already: a line "source<TAB>target<TAB>filter" in, "done" out."""
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, content):
    one = PropertyValue()
    one.Name, one.Value = name, content
    return one


def desktop(address):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    for _ in range(600):
        try:
            remote = resolver.resolve(address)
            return remote.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", remote
            )
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer")


office = desktop(sys.argv[1])
print("ready", flush=True)
for line in sys.stdin:
    source, target, form = line.rstrip("\n").split("\t")
    paper = office.loadComponentFromURL(
        uno.systemPathToFileUrl(source), "_blank", 0, (value("Hidden", True),)
    )
    paper.storeToURL(uno.systemPathToFileUrl(target), (value("FilterName", form),))
    paper.close(True)
    print("done", flush=True)
