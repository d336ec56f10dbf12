/*
 * The rule language and its tests. Conditions are read from left to right with one token of lookahead: a condition is a
 * first expression and what follows it; that the first expression of a triple is a term is checked afterwards, where it
 * can be said in words. One item is read at a time, so that an error in one rule
 * leaves the others readable.
 */
grammar Rules;

rulesItem : prefixDecl | declaration | ruleDecl ;
testsItem : prefixDecl | testDecl ;

prefixDecl  : 'prefix' id? ':' IRIREF ;
declaration : 'contrary' relation relation | ( 'abducible' | 'functional' ) relation ;

ruleDecl
    : kind=( 'rule' | 'presume' ) id label=STRING? header* ( 'if' body )? exception* 'then' head saying*
    ;
saying : 'say' id? STRING ;
exception : 'unless' body ;

header
    : 'cites' file=STRING 'clause' clause=STRING words=STRING                            # cites
    | 'rank' id                                                                          # rank
    | 'enacted' DATE                                                                     # enacted
    | 'overrides' id ( ',' id )*                                                         # overrides
    | 'in' 'force' ( 'from' from=DATE )? ( 'until' until=DATE )? ( 'for' VAR )?          # inForce
    ;

head   : triple ( ','? triple )* ;
triple : subject verb object ;
verb   : relation | ID ;
relation : PNAME | IRIREF ;
term    : VAR | PNAME | IRIREF | ENTITY ;
subject : term | fresh ;
object  : term | fresh | '-'? literal ;
fresh   : 'new' '(' STRING ( ',' term )* ')' ;

body  : condition+ ;
group : '{' body '}' ;
when  : 'at' ( VAR | DATE ) | 'ever' ;

condition
    : 'not' ( group | triple when? )              # negation
    | 'exists' group                              # existence
    | 'forall' range=group ':' then=group         # universal
    | group ( 'or' group )*                       # alternatives
    | fresh verb object when?                     # freshInBody
    | first ( verb object when? | compare expr ( 'over' group )? )   # plain
    | call                                        # holds
    ;
compare : '=' | '!=' | '<' | '<=' | '>' | '>=' ;

first        : firstProduct ( ( '+' | '-' ) product )* ;
firstProduct : firstPrimary ( ( '*' | '/' ) unary )* ;
firstPrimary : call | literal | term ;
expr    : product ( ( '+' | '-' ) product )* ;
product : unary ( ( '*' | '/' ) unary )* ;
unary   : '-'? primary ;
primary : call | literal | term | '(' expr ')' ;
call     : function '(' ( argument ( ',' argument )* )? ')' ;
argument : expr | id ;
function : ID | CURRENCY | unit | 'count' | 'sum' | 'min' | 'max' | 'avg' ;

literal
    : DATE                                             # date
    | CURRENCY '-'? NUMBER                             # money
    | NUMBER 'business' ( 'day' | 'days' ) ( 'in' id )?  # business
    | NUMBER unit                                      # duration
    | NUMBER '%'                                       # percent
    | NUMBER                                           # number
    | STRING                                           # string
    | ( 'true' | 'false' )                             # truth
    ;
unit : 'day' | 'days' | 'month' | 'months' | 'year' | 'years' ;

testDecl : 'test' STRING testPart* ;
testPart
    : 'given' fact ( ';'? fact )* ';'?      # given
    | 'as' 'of' DATE                        # asOf
    | 'expect' 'not' triple                 # expectNot
    | 'expect' 'conflict' triple            # expectConflict
    | 'expect' triple ( 'by' id )?          # expectTriple
    ;
fact : triple ( 'from' from=DATE )? ( 'until' until=DATE )? ;

/* Every word that the grammar uses may also name a rule, a rank, a calendar or a prefix. */
id  : ID | CURRENCY | unit | 'prefix' | 'contrary' | 'abducible' | 'functional' | 'rule' | 'presume' | 'if' | 'unless'
    | 'then' | 'say' | 'cites' | 'clause' | 'rank' | 'enacted' | 'overrides' | 'in' | 'force' | 'from' | 'until' | 'for'
    | 'new' | 'at' | 'ever' | 'not' | 'exists' | 'forall' | 'or' | 'over' | 'count' | 'sum' | 'min' | 'max' | 'avg'
    | 'business' | 'true' | 'false' | 'test' | 'given' | 'as' | 'of' | 'expect' | 'conflict' | 'by' ;

IRIREF : '<' ~[ \t\r\n\u00A0"{}<>]* '>' ;
PNAME  : IDENTIFIER? ':' IDENTIFIER ;
VAR    : '?' LETTER ( LETTER | DIGIT | '_' )* ;
ENTITY : '@' QUOTED ;
STRING : QUOTED ;
DATE   : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT ;
NUMBER : DIGIT+ ( '.' DIGIT+ )? ;
CURRENCY : [A-Z] [A-Z] [A-Z] ;
ID     : IDENTIFIER ;

COMMENT : '#' ~[\r\n]* -> skip ;
BLANK   : [ \t\r\n\f\u00A0\uFEFF\u2028\u2029\p{Zs}]+ -> skip ;

BAD_STRING  : '@'? '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '"' ;
OPEN_STRING : '@'? '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '\\'? ;
STRAY       : . ;

fragment IDENTIFIER : LETTER ( LETTER | DIGIT | '_' | '-' )* ;
fragment LETTER : [\p{L}] ;
fragment DIGIT  : [0-9] ;
fragment QUOTED : '"' ( ~["\\\r\n] | '\\"' | '\\\\' )* '"' ;
