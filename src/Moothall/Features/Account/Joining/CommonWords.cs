using System.Collections.Frozen;

namespace Moothall.Features.Account.Joining;

/// <summary>Words that lists of stolen passwords are full of, and those that somebody would try at a British council or police force.</summary>
internal static class CommonWords
{
    private const string Text = """
        a abc abcd abcde abcdef abcdefg abcdefgh access account admin administrator agency agent alexander amanda
        america andrea andrew angel animal anthony apple april arsenal ashley asdf asdfg asdfgh asdfghjkl august austin
        autumn babygirl badger banana barney baseball basketball batman beach bear beautiful bigdog birmingham biscuit
        bitch black blessed blink blue bobby boomer boston brandon british brandy britain buddy bulldog buster butterfly
        cameron cannock chair champion change changeit changeme changethis charlie chase cheese chelsea chester chicken
        chocolate chris christmas coffee computer cookie cooper council councillor cowboy cricket crystal dakota daniel
        darling default december default diamond district doctor dolphin donald dragon eagle elephant elizabeth england
        english everton example family february ferrari fish flower football forever freedom friday friend ginger
        george gold golden google guest guitar hammer hannah happy harley harry harrypotter heather hello help helpdesk
        home hockey holiday house housing hub hunter i iamthe iloveu iloveyou internet jack jackson jackass jaguar
        january jasmine jason jennifer jessica jesus jordan joseph joshua july june junior justin killer king kitten
        knight lakers laptop letme letmein letmeinnow liverpool local login logmein london love lovely loveme lovers
        loveyou lucky maggie magic manager manchester march marina market martin master matrix matthew maverick may me
        meeting melissa member mercedes michael michelle mickey midnight mike minutes miss monday money monkey moothall
        morgan mother mountain muffin murphy music mustang my mypassword mypass myspace naruto nascar new newcastle
        newpassword nicholas nicole night ninja nothing november october office officer one oliver open opensesame
        orange pass passcode passphrase passw password passwords passwort patrick peanut pepper phoenix pokemon police
        policing porsche prince princess private purple q qaz qazwsx qwe qwer qwert qwerty qwertyu qwertyui qwertyuiop
        rabbit rachel raiders rainbow ranger rangers red richard robert rocket root rugby safe safety samantha samsung
        samuel saturday scooter scotland secret secure security september service shadow silver simple slipknot snoopy
        soccer software sophie spider spiderman spring staff stafford staffordshire star starwars steelers stella
        summer sunday sunflower sunshine super superman superstar support sweet sweety system taylor teacher team temp
        temporary tennis test tester testing teacup the thomas thunder thursday tiger tigger time tottenham trouble
        trustno trustme tuesday turtle united user username vanessa victoria viking villa volley wales wednesday
        welcome welcomeback west whatever white william willow winner winston winter wizard work wolverhampton wolves
        word worldcup xbox yamaha yankees yellow you your yourname zaq zxc zxcv zxcvb zxcvbn zxcvbnm
        """;

    /// <summary>The words, in lower case.</summary>
    public static readonly FrozenSet<string> All = Text.Split(
            (char[]?)null,
            StringSplitOptions.RemoveEmptyEntries
        )
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Letters of the longest word.</summary>
    public static readonly int Longest = All.Max(word => word.Length);
}
