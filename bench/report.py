"""The figures as a table, beside those of the bare loop and of others measured on a quieter machine of the kind."""

from typing import Any

# CPU µs for each delivery and most messages a second, measured elsewhere.
REFERENCE = {
    "30 online": ((28.0, 5325), (68.0, 728)),
    "200 online": ((12.5, 1501), (50.0, 168)),
    "1000 online": ((8.2, 325), (48.0, 23)),
    "100 chats": ((35.0, 4883), (81.0, 657)),
}

HEADER = (
    "| scenario | CPU µs/delivery, paced (full load) | bare loop in the same minute | times the bare loop | bare, ejabberd elsewhere "
    "| receive p50/p99 ms | ack p50/p99 ms | most messages/s | bare loop | bare, ejabberd elsewhere |\n"
    "|---|---|---|---|---|---|---|---|---|---|"
)


def table(results: list[dict[str, Any]]) -> str:
    """Write the results in Markdown."""
    lines = [HEADER]
    others = []
    for result in results:
        if "paced" in result:
            lines.append(_talk_row(result))
        else:
            values = ", ".join(f"{key} {value}" for key, value in result.items() if key != "name")
            others.append(f"| {result['name']} | {values} |")
    return "\n".join([*lines, "", "| scenario | figures |\n|---|---|", *others])


def _talk_row(result: dict[str, Any]) -> str:
    paced, most, bare = result["paced"], result["most"], result.get("bare")
    known = next((REFERENCE[key] for key in REFERENCE if key in result["name"]), None)
    cells = [
        result["name"],
        _cost(result),
        _cost(bare) if bare else "",
        f"× {paced['cpu_us_per_delivery'] / bare['paced']['cpu_us_per_delivery']:.1f}" if bare else "",
        f"{known[0][0]}, {known[1][0]}" if known else "",
        f"{paced['receive_p50_ms']} / {paced['receive_p99_ms']}",
        f"{paced['ack_p50_ms']} / {paced['ack_p99_ms']}",
        most["messages_per_second"],
        bare["most"]["messages_per_second"] if bare else "",
        f"{known[0][1]}, {known[1][1]}" if known else "",
    ]
    return "| " + " | ".join(map(str, cells)) + " |"


def _cost(result: dict[str, Any]) -> str:
    return f"{result['paced']['cpu_us_per_delivery']} ({result['most']['cpu_us_per_delivery']})"
