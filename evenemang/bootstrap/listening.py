"""Where the server may listen, and by which address people reach it."""


def address_for(address: str, port: int) -> str:
    """Return the address to tell people: with sign-in the one that was set, else this machine's.

    Raises:
        NotOnThisAddress: If others could reach it, and nobody would have to sign in.
        SignInUnfit: If what is said of signing in cannot be used.
    """
    from evenemang.pages.door.entrance import check_address
    from evenemang.pages.door.signing_in import sign_in

    check_address(address)
    settings = sign_in()
    return settings.address if settings else f"http://{address}:{port}"


def sign_in_address() -> str | None:
    """Return the address that people sign in at, or None where nobody has to.

    Raises:
        SignInUnfit: If what is said of signing in cannot be used.
    """
    from evenemang.pages.door.signing_in import sign_in

    settings = sign_in()
    return settings.address if settings else None
