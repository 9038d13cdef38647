using System.Globalization;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Meetings.Live;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>The text of the parts round the items: the meeting, the confidentiality agreement, the register, the end.</summary>
public static class RegisterText
{
    /// <summary>The statement at the end of every copy (S1-7.1e); the partnership's own duties go on (C7).</summary>
    public const string Responsibility =
        "Responsibility for the security of these minutes and of what is in them passes to the member or organisation that receives them. "
        + "Use them only for safeguarding or for reducing and preventing crime and disorder, in hub discussions or to carry out hub decisions, "
        + "and dispose of them securely. Whoever acknowledges them answers for their copy. The partnership keeps its own record of who "
        + "received and read them.\n\n"
        + "Corrections are made at a later meeting; these minutes are not changed after their release.";

    /// <summary>Body, day, times, place, chair, marking.</summary>
    public static string Meeting(MinutesSource source)
    {
        var meeting = source.Meeting;
        var began = meeting.StartedAt ?? meeting.StartsAt;
        var times = meeting.EndedAt is { } ended
            ? $"{UkTime.Clock(began)} to {UkTime.Clock(ended)}"
            : $"from {UkTime.Clock(began)}";
        var mode = DisplayNames.Of(meeting.Mode);
        return string.Join(
            '\n',
            [
                $"Body: {source.BodyName}",
                $"Date: {UkTime.LongDate(UkTime.DateOf(meeting.StartsAt))}",
                $"Time: {times}",
                $"Place: {(meeting.Place.Length > 0 ? $"{meeting.Place} ({mode.ToLowerInvariant()})" : mode)}",
                $"{(source.ActingChair ? "Acting chair" : "Chair")}: {(meeting.ChairName.Length > 0 ? meeting.ChairName : "not recorded")}",
                .. ActingChair.Lines(meeting.Chairings),
                .. WrittenUp(source),
                $"Marking: {Minutes.ProtectiveMarking}",
            ]
        );
    }

    /// <summary>Which wording was signed and by how many, and that the protocol was explained (S1-7.2e, S1-7.2f).</summary>
    public static string Confidentiality(MinutesSource source)
    {
        var meeting = source.Meeting;
        var present = meeting.Register.Count(entry => entry.State == AttendanceState.Present);
        var signed = meeting.Signatures.Count;
        var explained = meeting.ProtocolExplainedAt is { } at
            ? $"The {source.ProtocolName} was explained to all attending at {UkTime.Clock(at)}."
            : $"That the {source.ProtocolName} was explained was not recorded.";
        var off = meeting.RecordingOffAt is { } offAt
            ? $"{Sentence(MeetingStart.RecordingWasOff(meeting.Mode))}, confirmed {(meeting.WrittenUpAt is null ? "" : "at the meeting ")}by {meeting.StartedByName} at {UkTime.Clock(offAt)}."
            : "That recording, transcription and assistants were off was not recorded.";
        var opening =
            $"{signed} signed the confidentiality agreement for this meeting{Manners(meeting)}; {present} attended. {explained} {off}";
        return source.Wording is not { } wording
            ? opening
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{opening}\n\nWording {wording.Number}, in use from {UkTime.Date(wording.From)}:\n\n{Points(wording.Statements)}"
            );
    }

    /// <summary>Present with times, deputies among them, apologies and absent members, by organisation (S1-5.1).</summary>
    public static string Attendance(MinutesSource source)
    {
        var register = source.Meeting.Register;
        var names = source.Members.ToDictionary(member => member.Id, member => member.Name);
        string Organisation(AttendanceEntry entry) =>
            entry.MembershipId is { } id
                ? names.GetValueOrDefault(id, entry.OrganisationName)
                : entry.OrganisationName;
        var present = InOrder(register, AttendanceState.Present, Organisation);
        var apologies = InOrder(register, AttendanceState.Apologies, Organisation);
        var heardOf = present
            .Concat(apologies)
            .Select(entry => entry.MembershipId)
            .OfType<Guid>()
            .ToHashSet();
        var absent = source.Members.Where(member => !heardOf.Contains(member.Id)).ToList();
        return string.Join(
            "\n\n",
            "Present:",
            Table(
                present,
                ["Organisation", "Name", "As", "Arrived", "Left"],
                entry =>
                    [
                        Organisation(entry),
                        entry.Name,
                        entry.AttendsAs,
                        entry.ArrivedAt is { } arrived ? UkTime.Clock(arrived) : "",
                        entry.LeftAt is { } left ? UkTime.Clock(left) : "at the end",
                    ]
            ),
            "Apologies:",
            Table(apologies, ["Organisation", "Name"], entry => [Organisation(entry), entry.Name]),
            "Absent without apologies:",
            absent.Count == 0 ? "None." : Points(string.Join('\n', absent.Select(m => m.Name)))
        );
    }

    /// <summary>Who gets the minutes, and that an invitee gets their own items only (settled 10).</summary>
    public static string Distribution(MinutesSource source) =>
        Table(
            source.Recipients,
            ["Organisation", "Name", "What they get"],
            recipient =>
                [
                    recipient.OrganisationName,
                    recipient.Name,
                    recipient.IsInvitee ? "Their own items" : "All but items restricted from them",
                ]
        );

    // A meeting that was held on paper says so, with who wrote it up and when; the times above are the real ones. Time counted
    // under an item was counted on the screen.
    private static IEnumerable<string> WrittenUp(MinutesSource source)
    {
        var meeting = source.Meeting;
        var onPaper = string.Join(", ", source.WrittenUpBy);
        if (meeting.WrittenUpAt is not { } at)
        {
            return onPaper.Length == 0
                ? []
                :
                [
                    $"Record: on the screen; while the network had failed, on paper, written up by {onPaper}",
                ];
        }

        var who = string.Join(", ", source.WrittenUpBy.Append(meeting.WrittenUpByName).Distinct());
        return meeting.Items.Exists(item => item.UsedSeconds > 0)
            ?
            [
                $"Record: on the screen until the network failed; the rest written up afterwards from paper by {who} on {UkTime.Long(at)}",
            ]
            : [$"Record: written up afterwards from paper by {who} on {UkTime.Long(at)}"];
    }

    // How those signed who did not sign on a screen of their own (settled 16).
    private static string Manners(HubMeeting meeting)
    {
        var aloud = meeting.Signatures.Count(one => one.Manner == SigningManner.ReadAloud);
        var paper = meeting.Signatures.Count(one => one.Manner == SigningManner.OnPaper);
        return (aloud, paper) switch
        {
            (0, 0) => "",
            (_, 0) => $", {aloud} of them when it was read aloud, before a witness",
            (0, _) => $", {paper} of them on paper, before a witness",
            _ => $", {aloud} of them when it was read aloud and {paper} on paper, before a witness",
        };
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static List<AttendanceEntry> InOrder(
        IEnumerable<AttendanceEntry> register,
        AttendanceState state,
        Func<AttendanceEntry, string> organisation
    ) =>
        [
            .. register
                .Where(entry => entry.State == state)
                .OrderBy(organisation, StringComparer.OrdinalIgnoreCase)
                .ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase),
        ];

    private static string Table<T>(
        IReadOnlyCollection<T> rows,
        string[] headers,
        Func<T, string[]> cells
    ) =>
        rows.Count == 0
            ? "None."
            : string.Join(
                '\n',
                rows.Select(row => MinutesNotation.Row(cells(row)))
                    .Prepend(MinutesNotation.Row(headers))
            );

    private static string Points(string lines) =>
        string.Join(
            '\n',
            lines
                .ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => $"- {line.Trim()}")
        );
}
