using Moothall.Features.CommunitySafetyHub.Cases;

namespace Moothall.Features.Partnership.Presets;

/// <summary>Who else sees an invented case, and who is shut out of one.</summary>
internal static class DemonstrationOpenness
{
    // Someone who lives next door to what a case is about.
    private const int ConflictOf = 9;

    public static void Write(DemonstrationStage stage, DemonstrationCase played, DateTime at)
    {
        var opened = played.Case!;
        switch (opened.Visibility)
        {
            case CaseVisibility.NamedAgencies:
                // Those whose records the story needs are the agencies named.
                var named = played
                    .Story.Research.Select(one => one.Membership)
                    .Concat(played.Story.Actions.Select(one => one.Owner))
                    .Distinct()
                    .Select(number => stage.Written.Members[number].OrganisationId)
                    .OfType<Guid>()
                    .Distinct()
                    .Where(id => id != played.Referral!.OrganisationId);
                stage.Db.AddRange(
                    named.Select(id => new CaseShare
                    {
                        CaseId = opened.Id,
                        OrganisationId = id,
                        Why = "Holds a part of what the case needs",
                    })
                );
                break;
            case CaseVisibility.NamedPeople:
                var people = new[]
                {
                    stage.Coordinator,
                    stage.Chair,
                    stage.Of("police"),
                    stage.Of("safeguarding"),
                }
                    .Select(officer => officer.User.Id)
                    .Except(
                        stage
                            .Db.Set<CaseShare>()
                            .Local.Where(share => share.CaseId == opened.Id)
                            .Select(share => share.UserId)
                            .OfType<Guid>()
                    );
                stage.Db.AddRange(
                    people.Select(id => new CaseShare
                    {
                        CaseId = opened.Id,
                        UserId = id,
                        Why = "Needs to know for the panel",
                    })
                );
                break;
            case CaseVisibility.Hub
                when played.Story.Referrer != ConflictOf
                    && !Conflict(stage)
                    && played.People.Count > 1:
                stage.Db.Add(
                    new CaseExclusion
                    {
                        CaseId = opened.Id,
                        UserId = stage.Representative(ConflictOf).User.Id,
                        Why = "Lives next door to one of the people and said so",
                    }
                );
                break;
        }

        opened.Priorities.AddRange(stage.PrioritiesOf(played.Story));
        stage.Db.Add(
            new CaseNote
            {
                CaseId = opened.Id,
                AuthorId = stage.Coordinator.User.Id,
                AuthorName = stage.Coordinator.User.Name,
                At = stage.Passed(at.AddMinutes(12)),
                Text = played.Fill($"Asked of the hub: {played.Story.Asked}"),
                IsOpinion = false,
            }
        );
    }

    private static bool Conflict(DemonstrationStage stage) =>
        stage.Db.Set<CaseExclusion>().Local.Count > 0;
}
