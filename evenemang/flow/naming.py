"""Who sees what is secret in a dossier: the first who makes something secret, and whom they let in after."""

from __future__ import annotations

from evenemang.domain.actor import Name
from evenemang.domain.dossier import Dossier
from evenemang.domain.errors import NotFound, Refused
from evenemang.domain.secret import Named
from evenemang.domain.text import Text
from evenemang.flow.operation import Operation, Scene
from evenemang.flow.secrecy import holds_secret

LAST = Text(
    sv="Någon måste kunna se det som är hemligt. Utse någon annan först.",
    en="Somebody must be able to see what is secret. Name somebody else first.",
)
TAKEN = Text(
    sv="Hotbedömningen är redan påbörjad. Be någon av de utsedda, eller en samordnare, att utse dig.",
    en="The threat assessment is begun already. Ask one of those named, or a coordinator, to name you.",
)


class LetSee(Operation):
    """Name a post or a person to see what is secret; the journal holds who let them in, and when."""

    who: Name

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with them among the named."""
        return _naming(dossier, self.who, scene)


class StopSeeing(Operation):
    """Take somebody from those named; what they have seen already they have seen."""

    who: Name

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier without them among the named.

        Raises:
            NotFound: If they are not named.
            Refused: If they are the last, and there is something secret to see.
        """
        left = tuple(one for one in dossier.named if one.name != self.who)
        if left == dossier.named:
            raise NotFound("not named", what=self.who)
        if not left and holds_secret(dossier, scene.content):
            raise Refused("the last", why=LAST)
        return dossier.model_copy(update={"named": left})


class BeginSecret(Operation):
    """Begin the part that is secret by its kind (the threat assessment): who begins it is named."""

    def apply(self, dossier: Dossier, scene: Scene) -> Dossier:
        """Return the dossier with who acts as the first named.

        Raises:
            Refused: If somebody is named already, or there is something secret that nobody is named for.
        """
        if dossier.named or holds_secret(dossier, scene.content):
            raise Refused("begun already", why=TAKEN)
        return _naming(dossier, scene.actor.name, scene)


def naming_the_first(before: Dossier, after: Dossier, scene: Scene) -> Dossier:
    """Return the dossier with who acts named, where the first thing became secret and nobody was named."""
    if after.named or not holds_secret(after, scene.content) or holds_secret(before, scene.content):
        return after
    return _naming(after, scene.actor.name, scene)


def _naming(dossier: Dossier, who: str, scene: Scene) -> Dossier:
    if any(one.name == who for one in dossier.named):
        return dossier
    named = Named(name=who, let_in=scene.stamp)
    return dossier.model_copy(update={"named": (*dossier.named, named)})
