using Moothall.Features.CommunitySafetyHub.Meetings;

namespace Moothall.Tests.Features.CommunitySafetyHub.Meetings;

/// <summary>What stands between a person and a live meeting's content, for every combination of what the door asks.</summary>
public sealed class MeetingDoorTests
{
    private static readonly bool[] Either = [false, true];

    private static IEnumerable<(Comer Comer, bool PartB)> All() =>
        from runs in Either
        from acts in Either
        from hears in Either
        from invited in Either
        from invitedToB in Either
        from signed in Either
        from here in Either
        from noPapers in Either
        from waits in Either
        from partB in Either
        select (
            new Comer(runs, acts, hears, invited, invitedToB, signed, here, [])
            {
                HasNoPapers = noPapers,
                Waits = waits,
            },
            partB
        );

    [Fact]
    [Rule("S1-7.1"), Rule("S1-7.2f")]
    public void Nobody_comes_in_unsigned_or_while_away_whoever_they_are() =>
        Assert.All(
            All().Where(one => !one.Comer.HasSigned || !one.Comer.IsHere),
            one => Assert.NotEqual(DoorState.Open, MeetingDoor.Of(one.Comer, one.PartB).State)
        );

    [Fact]
    [Rule("S1-4.2"), Rule("S1-4.5")]
    public void Nobody_comes_in_who_does_not_belong() =>
        Assert.All(
            All()
                .Where(one =>
                    one.Comer is { RunsHub: false, ActsForMember: false, IsInvited: false }
                ),
            one => Assert.Equal(DoorState.Shut, MeetingDoor.Of(one.Comer, one.PartB).State)
        );

    [Fact]
    public void Named_cases_are_for_those_who_hear_them() =>
        Assert.All(
            All()
                .Where(one =>
                    one.PartB
                    && one.Comer is { RunsHub: false, HearsCases: false, InvitedToPartB: false }
                ),
            one => Assert.NotEqual(DoorState.Open, MeetingDoor.Of(one.Comer, one.PartB).State)
        );

    [Fact]
    [Rule("S1-7.2f")]
    public void Latecomers_observers_and_interpreters_see_nothing() =>
        Assert.All(
            All().Where(one => one.Comer.HasNoPapers || one.Comer.Waits),
            one => Assert.NotEqual(DoorState.Open, MeetingDoor.Of(one.Comer, one.PartB).State)
        );

    [Fact]
    public void A_screen_follows_only_once_its_person_signed_and_is_here() =>
        Assert.All(
            All().Where(one => MeetingDoor.Of(one.Comer, one.PartB).Follows),
            one => Assert.True(one.Comer is { Belongs: true, HasSigned: true, IsHere: true })
        );

    [Fact]
    public void It_opens_to_everyone_else_and_always_says_why_not()
    {
        Assert.All(
            All().Where(one => one.Comer is { Belongs: true, HasSigned: true, IsHere: true }),
            one =>
                Assert.Equal(
                    one.PartB && !one.Comer.HearsPartB ? DoorState.PartB
                        : one.Comer.HasNoPapers ? DoorState.NoPapers
                        : one.Comer.Waits ? DoorState.Waiting
                        : DoorState.Open,
                    MeetingDoor.Of(one.Comer, one.PartB).State
                )
        );
        Assert.All(
            All().Select(one => MeetingDoor.Of(one.Comer, one.PartB)),
            door => Assert.Equal(door.State == DoorState.Open, door.Words.Length == 0)
        );
    }
}
