"""Starts the exchange from its jar and talks to it, for the parts that are written in Python."""

import base64
import contextlib
import http.client
import json
import os
import random
import signal
import socket
import ssl
import subprocess
import sys
import time

TAXII = "application/taxii+json;version=2.1"
decode = json.JSONDecoder().raw_decode


class Failed(Exception):
    """Something is not as it must be."""


def check(holds, message):
    if not holds:
        raise Failed(message)


@contextlib.contextmanager
def reporting(part, exchanges):
    """Ends the process with what failed and the end of each log, and leaves no exchange running."""
    try:
        yield
    except Failed as failed:
        print("%s: FAILED: %s" % (part, failed))
        for exchange in exchanges:
            if os.path.exists(exchange.log):
                print(exchange.tail())
        sys.exit(1)
    finally:
        for exchange in exchanges:
            if exchange.process and exchange.process.poll() is None:
                exchange.kill()


def free_pair():
    """A port of loopback that nobody listens on, and neither on the next one; none that a client is given."""
    for _ in range(100):
        with socket.socket() as one, socket.socket() as two:
            port = random.randrange(10000, 30000)
            try:
                one.bind(("127.0.0.1", port))
                two.bind(("127.0.0.1", port + 1))
            except (OSError, OverflowError):
                continue
            return port
    raise Failed("no two free ports side by side")


def slices(envelope):
    """The objects of an envelope as (parsed, text as it stands)."""
    start = envelope.find('"objects"')
    if start < 0:
        return []
    at = envelope.index("[", start) + 1
    found = []
    while True:
        while envelope[at] in " \t\r\n,":
            at += 1
        if envelope[at] == "]":
            return found
        parsed, end = decode(envelope, at)
        found.append((parsed, envelope[at:end]))
        at = end


class Exchange:
    """One server process on one DATA folder; it can be killed and started again."""

    def __init__(self, jar, folder, options=(), tls=False):
        self.jar, self.folder, self.options, self.tls = jar, folder, list(options), tls
        os.makedirs(folder, exist_ok=True)
        self.data = os.path.join(folder, "data")
        self.port = free_pair()
        self.url = "%s://localhost:%d" % ("https" if tls else "http", self.port)
        self.secrets = {}
        self.process = None
        self.log = os.path.join(folder, "exchange.log")

    def start(self):
        """Starts and waits for readiness; the seconds it took."""
        how = ["--insecure-http", str(self.port)]
        if self.tls:
            configuration = os.path.join(self.folder, "entente.yaml")
            with open(configuration, "w", encoding="ascii") as file:
                file.write("listen:\n  partners: \"127.0.0.1:%d\"\n  management: \"127.0.0.1:%d\"\n"
                           % (self.port, self.port + 1))
            how = ["--config", configuration]
        begin = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                ["java", *self.options, "-jar", self.jar, "serve", "--data", self.data, *how],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        while True:
            if self.process.poll() is not None:
                raise Failed("serve ended with %s:\n%s" % (self.process.returncode, self.tail()))
            try:
                status, _, _ = self.ask("GET", "/health/ready", management=True)
                if status == 200:
                    return time.monotonic() - begin
            except (OSError, http.client.HTTPException):
                # nobody listens yet: a client may even have met itself on the port
                pass
            if time.monotonic() - begin > 60:
                raise Failed("not ready after 60 s:\n" + self.tail())
            time.sleep(0.02)

    def tail(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()[-4000:]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()
                raise Failed("serve did not end within 30 s of SIGTERM:\n" + self.tail())

    def ask(self, method, path, body=None, headers=None, management=False):
        """One request on a connection of its own: (status, headers, body)."""
        port = self.port + (1 if management else 0)
        if self.tls:
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            connection = http.client.HTTPSConnection(
                "127.0.0.1", port, timeout=60, context=context)
        else:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def admin(self, method, path, body=None, kind="application/json", want=(200, 201, 204)):
        with open(os.path.join(self.data, "admin.token"), encoding="ascii") as token:
            headers = {"Authorization": "Bearer " + token.read().strip(), "Content-Type": kind}
        status, _, answer = self.ask(method, "/admin/v1" + path, body, headers, management=True)
        check(status in want, "%s %s answered %s: %s" % (method, path, status, answer[:2000]))
        return json.loads(answer) if answer else None

    def apply(self, yaml):
        return self.admin("POST", "/apply", yaml.encode(), "application/yaml")

    def issue(self, *credentials):
        for credential in credentials:
            member, name = credential.split("/")
            answer = self.admin(
                "POST", "/members/%s/credentials/%s/secrets" % (member, name))
            self.secrets[credential] = answer["secret"]

    def basic(self, credential):
        pair = "%s:%s" % (credential, self.secrets[credential])
        return "Basic " + base64.b64encode(pair.encode()).decode()

    def command(self, *arguments, want=0, timeout=600):
        """Runs another command of the jar; its standard output and error together."""
        done = subprocess.run(
            ["java", "-jar", self.jar, *arguments], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=timeout, check=False)
        text = done.stdout.decode(errors="replace")
        check(done.returncode == want,
              "%s ended with %s:\n%s" % (" ".join(arguments), done.returncode, text[-4000:]))
        return text


class Reader:
    """A credential's kept-open connection, for walking feeds."""

    def __init__(self, exchange, credential):
        self.exchange = exchange
        self.headers = {"Accept": TAXII, "Authorization": exchange.basic(credential)}
        self.connection = None

    def close(self):
        if self.connection:
            self.connection.close()
            self.connection = None

    def ask(self, method, path, body=None, **more):
        """(status, headers, text); OSError or HTTPException when the server goes away."""
        if self.connection is None:
            self.connection = http.client.HTTPConnection(
                "127.0.0.1", self.exchange.port, timeout=60)
        headers = dict(self.headers, **more)
        if body is not None:
            headers["Content-Type"] = TAXII
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        except (OSError, http.client.HTTPException):
            self.close()
            raise

    def get(self, path):
        status, headers, text = self.ask("GET", path)
        check(status == 200, "GET %s answered %s: %s" % (path, status, text[:1000]))
        return headers, text
