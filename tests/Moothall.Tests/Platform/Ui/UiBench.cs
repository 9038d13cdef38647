using System.Linq.Expressions;
using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Moothall.Platform.Ui;

namespace Moothall.Tests.Platform.Ui;

/// <summary>Binds and draws with the framework's own machinery as the application registers it, for a page that only tests have.</summary>
internal sealed class UiBench<T>
    where T : class, new()
{
    private readonly ViewContext view;
    private readonly ViewDataDictionary<Holder> data;
    private readonly IServiceProvider services;

    public UiBench()
    {
        services = new ServiceCollection()
            .AddLogging()
            .AddRazorPages()
            .Services.AddMootUi()
            .BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var metadata = services.GetRequiredService<IModelMetadataProvider>();
        data = new ViewDataDictionary<Holder>(metadata, action.ModelState) { Model = new Holder() };
        view = new ViewContext
        {
            HttpContext = http,
            RouteData = action.RouteData,
            ActionDescriptor = action.ActionDescriptor,
            ViewData = data,
        };
    }

    public sealed class Holder
    {
        public T Details { get; set; } = new();
    }

    public T Details => data.Model.Details;

    public ModelStateDictionary State => data.ModelState;

    public HttpContext Http => view.HttpContext;

    /// <summary>Posts a form's name–value pairs; names are those below <c>Details</c>.</summary>
    public async Task PostAsync(params (string Name, string Value)[] pairs)
    {
        var form = pairs
            .GroupBy(pair => "Details." + pair.Name)
            .ToDictionary(
                group => group.Key,
                group => new StringValues([.. group.Select(pair => pair.Value)])
            );
        var metadata = services
            .GetRequiredService<IModelMetadataProvider>()
            .GetMetadataForType(typeof(T));
        var binder = services
            .GetRequiredService<IModelBinderFactory>()
            .CreateBinder(
                new ModelBinderFactoryContext { Metadata = metadata, CacheToken = metadata }
            );
        var values = new FormValueProvider(
            BindingSource.Form,
            new FormCollection(form),
            System.Globalization.CultureInfo.GetCultureInfo("en-GB")
        );
        var action = new ActionContext(
            view.HttpContext,
            view.RouteData,
            view.ActionDescriptor,
            data.ModelState
        );
        var result = await services
            .GetRequiredService<Microsoft.AspNetCore.Mvc.ModelBinding.ParameterBinder>()
            .BindModelAsync(
                action,
                binder,
                values,
                new ParameterDescriptor
                {
                    Name = "Details",
                    ParameterType = typeof(T),
                    BindingInfo = new BindingInfo { BinderModelName = "Details" },
                },
                metadata,
                value: null
            );
        if (result.Model is T bound)
        {
            data.Model.Details = bound;
        }
    }

    public string? Error(string property) =>
        data.ModelState.TryGetValue("Details." + property, out var entry)
            ? entry.Errors.Select(error => error.ErrorMessage).FirstOrDefault()
            : null;

    public ModelExpression Expression<TValue>(Expression<Func<Holder, TValue>> property) =>
        services
            .GetRequiredService<IModelExpressionProvider>()
            .CreateModelExpression(data, property);

    /// <summary>Draws one tag helper.</summary>
    public IHtmlContent Process(TagHelper helper)
    {
        if (helper.GetType().GetProperty("View") is { } property)
        {
            property.SetValue(helper, view);
        }
        var output = new TagHelperOutput(
            "moot",
            [],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())
        );
        helper
            .ProcessAsync(
                new TagHelperContext("moot", [], new Dictionary<object, object>(), "bench"),
                output
            )
            .GetAwaiter()
            .GetResult();
        return output;
    }

    public IHtmlDocument Draw(TagHelper helper) => Parse(Process(helper));

    public static IHtmlDocument Parse(params IHtmlContent[] parts)
    {
        using var writer = new StringWriter();
        foreach (var part in parts)
        {
            part.WriteTo(writer, HtmlEncoder.Default);
        }
        return new HtmlParser().ParseDocument(writer.ToString());
    }
}
