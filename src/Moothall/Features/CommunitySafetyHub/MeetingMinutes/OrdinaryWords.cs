using System.Collections.Frozen;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>Names that are also ordinary English words, as minutes use them. They are asked about only where written with a capital.</summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string> Words = (
        "able amber angel april archer art august autumn banks barber baker bell bill bishop black bond booth bridge bright brook "
        + "brooks brown bush butcher carpenter carter case chance chase church clay cliff close cook cooper cross daisy dale dawn day "
        + "dean down drew early english faith farmer field fields fisher flower flowers forest foster fox frank freeman french frost "
        + "garden gay glen gold grace grant gray green grey hall harmony hart hazel heath hill hills holly holt home homes honour hook "
        + "hope house hunt hunter iris ivy jack jewel joy june justice keen key king knight lake lane law leaf light lily little long "
        + "lord love major mark marsh martin mason masters mason may mercy miles mill mills miller moor moss noble north olive page "
        + "park parish parks parker pat patience pearl penny percy person piper pitt pool poppy porter potter power pride price prince "
        + "rain ray read reed reeves rich rob robin rock rose ruby ruth sage sale sandy savage self sharp shepherd short silver smart "
        + "snow spring stone street strong sue summer summers sutton swift tanner taylor temple terry thatcher thorn tom trinity "
        + "turner viola violet wade walker wall walls ward warden waters way weaver webb weeks wells west white wild will willow winter "
        + "wise wood woods wright young"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string folded) => Words.Contains(folded);
}
