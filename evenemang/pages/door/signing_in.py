"""What whoever runs the server says of signing in: a file outside the program, named by EVENEMANG_SIGNIN."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, ValidationError

from evenemang.domain.errors import SignInUnfit, Unfit
from evenemang.domain.role import Email, Role
from evenemang.domain.text import Frozen, PersonText, Required, Text

NAMED_BY = "EVENEMANG_SIGNIN"
SECRETS = {"client_secret": "EVENEMANG_CLIENT_SECRET", "cookie_secret": "EVENEMANG_COOKIE_SECRET"}
CALLBACK = "/oauth2callback"
ANY_TENANT = {"common", "organizations", "consumers"}  # Entra's words for: whoever has an account anywhere

HTTPS = Text(
    sv="Adressen ska börja med https:// (http:// går bara på den egna maskinen).",
    en="The address is to begin with https:// (http:// is for this very machine only).",
)
WRITE_HTTPS = Text(sv="Skriv hela adressen.", en="Write the whole address.")
EVERYBODY = Text(
    sv="Adressen gäller konton i vilken organisation som helst.",
    en="The address is for accounts of any organisation whatever.",
)
OWN_TENANT = Text(
    sv="Sätt kommunens eget klient-id (tenant) i den.", en="Put the municipality's own tenant id in it."
)
NO_PATH = Text(sv="Adressen har en sökväg.", en="The address has a path.")
BARE = Text(
    sv="Skriv bara https:// och värdnamnet, utan snedstreck på slutet.",
    en="Write https:// and the host name only, without a slash at the end.",
)
MISSING = Text(sv="saknas", en="is missing")
UNKNOWN = Text(sv="finns inte; rätta stavningen", en="does not exist; mend its spelling")
UNFIT = Text(sv="har ett värde som inte går att använda", en="has a value that cannot be used")
SHORT = Text(sv="är för kort: minst 32 tecken, slumpade", en="is too short: at least 32 characters, random")


def _safe(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme == "https" and parts.hostname:
        return address
    if parts.scheme == "http" and is_this_machine(parts.hostname):
        return address
    raise Unfit(HTTPS, do=WRITE_HTTPS)


def _of_one_house(address: str) -> str:
    if ANY_TENANT & set(urlsplit(address).path.split("/")):
        raise Unfit(EVERYBODY, do=OWN_TENANT)
    return address


def _bare(address: str) -> str:
    if urlsplit(address).path or urlsplit(address).query:
        raise Unfit(NO_PATH, do=BARE)
    return address.lower()


Address = Annotated[str, AfterValidator(_safe)]


class SignIn(Frozen):
    """The directory to sign in at, who gets which role by it, and for how long."""

    metadata_url: Annotated[Address, AfterValidator(_of_one_house)]
    client_id: Required
    client_secret: Required
    cookie_secret: Annotated[str, Field(min_length=32)]
    address: Annotated[Address, AfterValidator(_bare)]  # where people reach the app
    ask: Required  # who gives roles: name, telephone
    ask_en: PersonText = ""
    claim: Required = "groups"
    roles: Mapping[str, Role] = Field(default_factory=dict)
    first_administrator: Email | None = None
    idle_minutes: Annotated[int, Field(ge=1, le=480)] = 30
    longest_hours: Annotated[float, Field(gt=0, le=24)] = 10

    @property
    def host(self) -> str:
        """The host name, with its port where it has one, that requests must be for."""
        return urlsplit(self.address).netloc

    @property
    def is_encrypted(self) -> bool:
        """Whether people reach the app by https."""
        return self.address.startswith("https://")

    def for_streamlit(self) -> dict[str, Any]:
        """Return what `st.login` reads."""
        return {
            "auth": {
                "redirect_uri": self.address + CALLBACK,
                "cookie_secret": self.cookie_secret,
                "client_id": self.client_id,
                "client_secret": self.client_secret,
                "server_metadata_url": self.metadata_url,
            }
        }


@cache
def sign_in() -> SignIn | None:
    """Return what is said of signing in, read once; None where no file is named: one person's own machine.

    Raises:
        SignInUnfit: If the file cannot be read or used; everything wrong with it at once.
    """
    named = os.environ.get(NAMED_BY)
    return read(Path(named)) if named else None


def read(file: Path) -> SignIn:
    """Return what a file says of signing in; its two secrets may come from the environment.

    Raises:
        SignInUnfit: If it cannot be read or used.
    """
    try:
        said = tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        raise SignInUnfit(str(fault), file=str(file), faults=why) from fault
    given = {name: os.environ[variable] for name, variable in SECRETS.items() if variable in os.environ}
    try:
        return SignIn.model_validate(said | given)
    except ValidationError as unfit:
        told = [_told(one) for one in unfit.errors(include_input=False, include_url=False)]
        faults = Text(sv="\n".join(one.sv for one in told), en="\n".join(one.en for one in told))
        raise SignInUnfit(faults.en, file=str(file), faults=faults) from None  # its values are secrets


def _told(error: Any) -> Text:
    where = ".".join(map(str, error["loc"]))
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, Unfit):
        what = cause.whats[0]
        return Text(sv=f"{where}: {what.sv} {cause.do.sv}", en=f"{where}: {what.en} {cause.do.en}")
    short = SHORT if where == "cookie_secret" else UNFIT
    known = {"missing": MISSING, "extra_forbidden": UNKNOWN, "string_too_short": short}
    said = known.get(error["type"], UNFIT)
    return Text(sv=f"{where} {said.sv}", en=f"{where} {said.en}")


def is_this_machine(host: str | None) -> bool:
    """Whether a host name or an address is this machine's own loopback."""
    if not host:
        return False
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
