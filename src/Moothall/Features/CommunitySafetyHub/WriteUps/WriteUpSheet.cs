using Moothall.Features.CommunitySafetyHub.Meetings;

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
        ?? PersonRow.Of(row.Key, row.State, row.ArrivedAt, row.LeftAt);
}
