"""The figures as a table, beside those of others measured on such a machine."""

from typing import Any

# CPU µs for each delivery, acknowledgement p99 in ms, most messages a second (none: not measured).
BARE_LOOP = {
    "30 online": (28.0, 5325),
    "200 online": (12.5, 1501),
    "1000 online": (8.2, 325),
    "100 chats": (35.0, 4883),
}
EJABBERD = {
    "30 online": (68.0, 728),
    "200 online": (50.0, 168),
    "1000 online": (48.0, 23),
    "100 chats": (81.0, 657),
}

HEADER = (
    "| scenario | CPU µs/delivery | bare loop | ejabberd | receive p50/p99 ms | ack p50/p99 ms "
    "| most messages/s | bare loop | ejabberd |\n|---|---|---|---|---|---|---|---|---|"
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
    paced, most = result["paced"], result["most"]
    known = next((key for key in BARE_LOOP if key in result["name"]), None)
    bare, peer = (BARE_LOOP[known], EJABBERD[known]) if known else (("", ""), ("", ""))
    return (
        f"| {result['name']} | {paced['cpu_us_per_delivery']} (full load {most['cpu_us_per_delivery']}) "
        f"| {bare[0]} | {peer[0]} | {paced['receive_p50_ms']} / {paced['receive_p99_ms']} "
        f"| {paced['ack_p50_ms']} / {paced['ack_p99_ms']} | {most['messages_per_second']} | {bare[1]} | {peer[1]} |"
    )
