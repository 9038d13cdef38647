namespace Moothall.Platform.Calendars;

/// <summary>One appointment for one person's own calendar. It names nobody and tells nothing of any case.</summary>
/// <param name="Uid">Stays the same for ever, so that a later file changes the appointment and adds none.</param>
/// <param name="Sequence">Rises whenever the appointment changes.</param>
/// <param name="Title">A neutral title: the name of the body.</param>
/// <param name="Place">A room or a link; may be empty.</param>
/// <param name="Description">What to know, without details.</param>
/// <param name="Address">Where the papers are, behind the sign-in.</param>
/// <param name="StartsAt">The start in UTC.</param>
/// <param name="Minutes">The length.</param>
/// <param name="IsCancelled">Whether it takes the appointment out of the calendar.</param>
public sealed record CalendarEntry(
    string Uid,
    int Sequence,
    string Title,
    string Place,
    string Description,
    string Address,
    DateTime StartsAt,
    int Minutes,
    bool IsCancelled
)
{
    /// <summary>The partnership's own mail address as the one who calls the meeting; calendars want one for a cancellation.</summary>
    public string Organiser { get; init; } = "";
}
