namespace BuildingQuota.OData.Errors;

/// <summary>Every code that can stand in an error body. Stable: codes are added, never renamed.</summary>
public static class ErrorCodes
{
    public const string UnknownOption = "query.unknown-option";
    public const string DuplicateOption = "query.duplicate-option";
    public const string EmptyOption = "query.empty-option";
    public const string UnsupportedOption = "query.unsupported-option";
    public const string InapplicableOption = "query.inapplicable-option";
    public const string ConflictingOptions = "query.conflicting-options";
    public const string UnknownAlias = "query.unknown-alias";
    public const string UnusedAlias = "query.unused-alias";
    public const string BadSyntax = "query.bad-syntax";
    public const string BadLiteral = "query.bad-literal";
    public const string BadNumber = "query.bad-number";
    public const string BadToken = "query.bad-token";
    public const string TypeMismatch = "query.type-mismatch";
    public const string UnknownProperty = "query.unknown-property";
    public const string UnknownFunction = "query.unknown-function";
    public const string UnknownValue = "query.unknown-value";
    public const string BadArguments = "query.bad-arguments";
    public const string UnsupportedFunction = "query.unsupported-function";
    public const string UnsupportedExpression = "query.unsupported-expression";
    public const string NotCalculable = "query.not-calculable";
    public const string MixedUnits = "query.mixed-units";
    public const string TooManyNodes = "query.too-many-nodes";
    public const string TooDeep = "query.too-deep";
    public const string TooManyOrderTerms = "query.too-many-order-terms";
    public const string TooLongForPages = "query.too-long-for-pages";
    public const string ListTooLong = "query.list-too-long";

    public const string UrlTooLong = "request.url-too-long";
    public const string BadPath = "request.bad-path";
    public const string UnsupportedPath = "request.unsupported-path";
    public const string BadVersion = "request.bad-version";
    public const string NotAcceptable = "request.not-acceptable";
    public const string MethodNotAllowed = "request.method-not-allowed";
    public const string UnsupportedBatch = "request.unsupported-batch";
    public const string BadBatch = "request.bad-batch";
    public const string FailedDependency = "request.failed-dependency";
    public const string UnsupportedMediaType = "request.unsupported-media-type";
    public const string BodyTooLong = "request.body-too-long";
    public const string BudgetSpent = "request.budget-spent";
    public const string Unauthorized = "request.unauthorized";
    public const string Forbidden = "request.forbidden";

    public const string UnknownResource = "resource.unknown";
    public const string NotFound = "resource.not-found";

    public const string ServerFailure = "server.failure";
    public const string ServerTimeout = "server.timeout";
}
