import type { Property } from "../../catalogue/entry.ts";
import type { Parameter, TemplateView } from "../../clients/template/view.ts";
import type { CallCursor } from "./call-cursor.ts";

export interface Name {
  readonly name: string;
  readonly detail: string;
}

/**
 * Names of the template that fit at a place.
 * @param property whose value is written there; `undefined` outside of properties.
 * @param isItem whether one item of its list is.
 * @param own logical id of the app client, which never refers to itself.
 */
export function namesFor(
  { wants, of }: CallCursor,
  view: TemplateView,
  property: Property | undefined,
  isItem: boolean,
  own: string,
): Name[] {
  const resources = view.resources.all().filter(({ id, type }) => id !== own && type !== undefined);
  const named = (types: (type: string) => boolean): Name[] =>
    resources.flatMap(({ id, type = "" }) => (types(type) ? [{ name: id, detail: type }] : []));
  switch (wants) {
    case "dependency":
      return named(() => true);
    case "condition":
      return [...view.conditions.keys()].map((name) => ({ name, detail: "condition" }));
    case "mapping":
      return view.members("Mappings").map(({ member }) => ({ name: member.key, detail: "mapping" }));
    case "resource":
      return named((type) => attributesOf(type, property).length > 0);
    case "attribute":
      return attributesOf(view.resources.get(of ?? "")?.type ?? "", property).map((name) => ({
        name,
        detail: `attribute of ${of}`,
      }));
    case "text":
    case "reference": {
      const fits = (parameter: Parameter) => isFitting(parameter, property, isItem || wants === "text");
      const parameters = [...view.parameters.values()].filter(fits);
      const isText = wants === "text" || property === undefined || property.value.type === "string" || isItem;
      return [
        ...named(
          (type) => REFERENCES[property?.name ?? ""]?.includes(type) ?? (wants === "text" && type in ATTRIBUTES),
        ),
        ...parameters.map(({ name, type }) => ({ name, detail: `parameter${type ? `, ${type}` : ""}` })),
        ...(isText && property?.name !== "UserPoolId"
          ? ["AWS::StackName", "AWS::Region", "AWS::AccountId"].map((name) => ({ name, detail: "pseudo parameter" }))
          : []),
        ...(wants === "reference" && property && !(property.name === "UserPoolId")
          ? [{ name: "AWS::NoValue", detail: "leaves it out" }]
          : []),
      ];
    }
  }
}

/** Resources whose Ref is a value of the property. Of a resource server it is the identifier, which is half a scope. */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  UserPoolId: ["AWS::Cognito::UserPool"],
  SupportedIdentityProviders: ["AWS::Cognito::UserPoolIdentityProvider"],
};

/** Attributes that are of use for an app client. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  "AWS::Cognito::UserPool": ["UserPoolId"],
  "AWS::IAM::Role": ["Arn"],
  "AWS::Pinpoint::App": ["Arn"],
  "AWS::CloudFront::Distribution": ["DomainName"],
  "AWS::S3::Bucket": ["WebsiteURL", "DomainName"],
  "AWS::ElasticLoadBalancingV2::LoadBalancer": ["DNSName"],
  "AWS::Amplify::App": ["DefaultDomain"],
  "AWS::ApiGatewayV2::Api": ["ApiEndpoint"],
  "AWS::AppRunner::Service": ["ServiceUrl"],
  "AWS::Lambda::Url": ["FunctionUrl"],
};

function attributesOf(type: string, property: Property | undefined): readonly string[] {
  const attributes = ATTRIBUTES[type] ?? [];
  switch (property?.name) {
    case "UserPoolId":
      return attributes.filter((name) => name === "UserPoolId");
    case "CallbackURLs":
    case "LogoutURLs":
    case "DefaultRedirectURI":
      return attributes.filter((name) => name !== "UserPoolId" && name !== "Arn");
    case "RoleArn":
    case "ApplicationArn":
      return attributes.filter((name) => name === "Arn");
    default:
      return attributes;
  }
}

function isFitting({ type = "String" }: Parameter, property: Property | undefined, isText: boolean): boolean {
  const isList = type === "CommaDelimitedList" || type.includes("List<");
  if (!property || isText) return !isList;
  switch (property.value.type) {
    case "list":
      return isList;
    case "object":
      return false;
    case "integer":
      return !isList && (type === "Number" || type === "String" || type.startsWith("AWS::SSM"));
    case "boolean":
      return !isList && type !== "Number";
    default:
      return !isList;
  }
}
