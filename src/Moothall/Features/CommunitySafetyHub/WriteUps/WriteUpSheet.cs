using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.WriteUps;

/// <summary>The register as it is written up: each person with what is recorded, or what was typed and not yet saved.</summary>
internal static class WriteUpSheet
{
    public static IReadOnlyList<(RegisterRow Row, PersonRow Typed)> Of(
        RegisterSheet register,
        IReadOnlyList<PersonRow> typed
    ) => [.. register.Rows.Select(row => (row, Typed(typed, row)))];

    private static PersonRow Typed(IReadOnlyList<PersonRow> typed, RegisterRow row) =>
        typed.FirstOrDefault(one => one.Who == row.Key)
        ?? new()
        {
            Who = row.Key,
            State = row.State == AttendanceState.Expected ? null : row.State,
            Arrived = row.ArrivedAt is { } arrived ? UkTime.Clock(arrived) : "",
            Left = row.LeftAt is { } left ? UkTime.Clock(left) : "",
        };
}
