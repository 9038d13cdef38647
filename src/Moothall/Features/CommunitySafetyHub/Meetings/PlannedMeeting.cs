namespace Moothall.Features.CommunitySafetyHub.Meetings;

/// <summary>What the rules of the week need to know of a planned meeting of the hub.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="StartUtc">Planned start.</param>
/// <param name="CutOffUtc">When its referrals close.</param>
/// <param name="Cancelled">Whether it has been cancelled.</param>
public sealed record PlannedMeeting(Guid Id, DateTime StartUtc, DateTime CutOffUtc, bool Cancelled);
